package channelcert.cli;

import channelcert.certification.candidate.Candidate;
import channelcert.certification.candidate.CandidateFile;
import channelcert.certification.candidate.InvalidCandidate;
import channelcert.exchange.Direction;
import channelcert.exchange.Masking;
import channelcert.exchange.Recorder;
import channelcert.http.JsonCaller;
import channelcert.pact.ChannelManagerStates;
import channelcert.pact.Interaction;
import channelcert.pact.MewsStates;
import channelcert.pact.Outcome;
import channelcert.pact.PactFile;
import channelcert.pact.States;
import channelcert.pact.Substitution;
import channelcert.pact.VerificationReport;
import channelcert.pact.Verified;
import channelcert.pact.Verifier;
import channelcert.pact.WrongPact;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds a running system against the pact that the other side relies on. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Holds a running Mews side or channel manager against the pact that its partner relies on.",
      "Exit codes: 0 honoured; 1 broken; 2 wrong usage; 3 nobody answers; 4 not proven, because a"
          + " state could not be set."
    })
final class VerifyCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int SHORTEST_TOKEN = 8;
  private static final int LONGEST_ANSWER = 16 << 20;
  private static final String MEWS = "mews";
  private static final String CHANNEL_MANAGER = "channel-manager";

  private enum StateSetting {
    DRIVER,
    NONE
  }

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "SIDE", description = "Who is verified: mews or channel-manager.")
  private String side = "";

  @Option(names = "--url", paramLabel = "URL", description = "Root address of the system.")
  private @Nullable URI url;

  @Option(
      names = "--candidate",
      paramLabel = "FILE",
      description = "Candidate file that has the addresses and tokens of the channel manager.")
  private @Nullable Path candidateFile;

  @Option(names = "--client-token", paramLabel = "TOKEN", description = "Client token to present.")
  private @Nullable String clientToken;

  @Option(
      names = "--connection-token",
      paramLabel = "TOKEN",
      description = "Connection to speak of.")
  private @Nullable String connectionToken;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "YAML file from the codes of the examples to your own; see docs/contracts.md.")
  private @Nullable Path mapping;

  @Option(
      names = "--states",
      defaultValue = "none",
      description =
          "driver: states are set by the candidate driver, or the control API of our Mews side;"
              + " none: only what needs no state is verified (default: ${DEFAULT-VALUE}).")
  private StateSetting states = StateSetting.NONE;

  @Option(
      names = "--driver-url",
      paramLabel = "URL",
      description = "Candidate driver, or management listener of the Mews side.")
  private @Nullable URI driverUrl;

  @Option(
      names = "--driver-token",
      paramLabel = "TOKEN",
      description =
          "Token of the driver or control API (default: the client token, or what serve keeps in"
              + " --data).")
  private @Nullable String driverToken;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "channelcert-data",
      description = "Data folder of serve, for its control API (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("channelcert-data");

  @Option(
      names = "--mews-url",
      paramLabel = "URL",
      description = "Mews address that the channel manager knows, for where answers are posted.")
  private @Nullable URI mewsUrl;

  @Option(names = "--pact", paramLabel = "FILE", description = "Another pact than ours.")
  private @Nullable Path pactFile;

  @Option(
      names = "--only",
      paramLabel = "WORDS",
      description = "Only interactions with a row or description that holds the words.")
  private String only = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "channelcert-verification",
      description = "Folder of verification.json and junit.xml (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("channelcert-verification");

  @Override
  public Integer call() throws IOException {
    if (!side.equals(MEWS) && !side.equals(CHANNEL_MANAGER)) {
      throw UserError.usage("'" + side + "' is no side; verify mews or channel-manager");
    }
    Candidate candidate = candidateFile == null ? null : candidate(candidateFile);
    Target target = target(candidate);
    PactFile pact = pact();
    List<Interaction> chosen = pact.interactions().stream().filter(this::isChosen).toList();
    if (chosen.isEmpty()) {
      throw UserError.usage("--only: no interaction has '" + only + "' in its row or description");
    }
    List<Verified> all = new ArrayList<>();
    try (Verifier verifier =
            new Verifier(
                target.root(),
                target.substitution(),
                target.states(),
                Parts.CLOCK,
                Parts::newId,
                PATIENCE);
        target) {
      all.addAll(verifier.verify(chosen));
    } catch (WrongPact e) {
      throw UserError.usage(String.valueOf(e.getMessage()));
    }
    VerificationReport report =
        new VerificationReport(pact.consumer(), pact.provider(), all, text -> masked(text, target));
    tell(report, target);
    return exitCode(report);
  }

  /** Where the provider is, and how it is spoken to. */
  private record Target(
      URI root, Substitution substitution, States states, List<String> secrets, JsonCaller caller)
      implements AutoCloseable {
    @Override
    public void close() {
      caller.close();
    }
  }

  private Target target(@Nullable Candidate candidate) {
    String client = first(clientToken, candidate == null ? null : candidate.clientToken());
    String connection =
        first(connectionToken, candidate == null ? null : candidate.connectionToken());
    if (connection == null && states == StateSetting.DRIVER) {
      throw UserError.usage(
          "--connection-token is missing; --states driver sets the states of a connection that both"
              + " sides have set up, so name one");
    }
    Substitution substitution = substitution(candidate);
    List<String> secrets = new ArrayList<>();
    if (client != null) {
      substitution = substitution.with(side.equals(MEWS) ? "CHM-AT-MEWS" : "MEWS-AT-CHM", client);
      secrets.add(maskable("the client token", client));
    }
    if (connection != null) {
      substitution = substitution.with("CONN-1", connection);
      secrets.add(maskable("the connection token", connection));
    }
    String token = driverToken(client);
    secrets.add(token.isEmpty() ? token : maskable("the token of the driver", token));
    JsonCaller caller =
        new JsonCaller(
            Direction.DRIVER, Recorder.NONE, Parts.CLOCK, PATIENCE, LONGEST_ANSWER, token);
    URI driver = driverUrl == null && candidate != null ? candidate.driver() : driverUrl;
    return new Target(
        root(candidate), substitution, states(driver, caller), List.copyOf(secrets), caller);
  }

  /** A token of a few letters would be found, and masked, in every word. */
  private static String maskable(String name, String token) {
    if (token.length() < SHORTEST_TOKEN) {
      throw UserError.usage(
          name
              + " is shorter than "
              + SHORTEST_TOKEN
              + " characters, too short for a secret; choose a longer one");
    }
    return token;
  }

  private URI root(@Nullable Candidate candidate) {
    if (url != null) {
      return url;
    }
    if (candidate == null) {
      throw UserError.usage("--url is missing; give the root address of the system");
    }
    return URI.create("http://" + Parts.LOOPBACK);
  }

  private String driverToken(@Nullable String client) {
    if (driverToken != null || states == StateSetting.NONE) {
      return driverToken == null ? "" : driverToken;
    }
    if (side.equals(MEWS)) {
      if (!Files.exists(ControlTokens.file(data))) {
        throw UserError.usage(
            "--states driver: there is no control token in "
                + data
                + "; name the folder of serve with --data, or give --driver-token");
      }
      return ControlTokens.read(data).token();
    }
    return client == null ? "" : client;
  }

  private States states(@Nullable URI driver, JsonCaller caller) {
    if (states == StateSetting.NONE) {
      return States.NONE;
    }
    if (side.equals(CHANNEL_MANAGER)) {
      if (driver == null) {
        throw UserError.usage("--states driver needs --driver-url, or a driver in --candidate");
      }
      return new ChannelManagerStates(caller, driver, mewsUrl);
    }
    URI noted = driver != null ? driver : ControlTokens.read(data).url();
    if (noted == null) {
      throw UserError.usage("--states driver needs --driver-url: the management listener");
    }
    return new MewsStates(caller, noted);
  }

  private Substitution substitution(@Nullable Candidate candidate) {
    Substitution read = Substitution.NONE;
    if (mapping != null) {
      try {
        read = Substitution.parse(text(mapping, "--mapping"));
      } catch (WrongPact e) {
        throw UserError.usage(mapping + ": " + e.getMessage());
      }
    }
    Map<String, String> addresses = new HashMap<>();
    if (candidate != null && url == null) {
      candidate.endpoints().forEach((name, address) -> addresses.put(name, address.toString()));
    }
    String notice = addresses.get("changeNotification");
    if (notice != null) {
      // Candidate files spell it; the published path does not.
      addresses.put("changeNotificaton", notice);
    }
    addresses.putAll(read.addresses());
    Map<String, String> values = new HashMap<>(read.values());
    if (mewsUrl != null) {
      values.putIfAbsent("mewsUrl", mewsUrl.toString().replaceAll("/+$", ""));
    }
    return new Substitution(read.texts(), read.places(), values, addresses);
  }

  private PactFile pact() {
    if (pactFile == null) {
      return PactFile.shipped(side);
    }
    try {
      return PactFile.parse(text(pactFile, "--pact"));
    } catch (WrongPact e) {
      throw UserError.usage(pactFile + ": " + e.getMessage());
    }
  }

  private boolean isChosen(Interaction interaction) {
    return interaction.row().contains(only) || interaction.description().contains(only);
  }

  private static Candidate candidate(Path file) {
    try {
      return CandidateFile.read(file);
    } catch (InvalidCandidate e) {
      throw UserError.usage(String.valueOf(e.getMessage()));
    }
  }

  private static String text(Path file, String option) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw UserError.usage(option + ": " + file + " cannot be read");
    }
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one != null ? one : other;
  }

  private static String masked(String text, Target target) {
    String masked = text;
    for (String secret : target.secrets()) {
      masked = secret.isEmpty() ? masked : masked.replace(secret, Masking.token(secret));
    }
    return masked;
  }

  private void tell(VerificationReport report, Target target) throws IOException {
    PrintWriter terminal = spec.commandLine().getOut();
    VerifiedLines.of(report.all()).forEach(line -> terminal.println(masked(line, target)));
    Files.createDirectories(out);
    Files.writeString(out.resolve("verification.json"), report.json());
    Files.writeString(out.resolve("junit.xml"), report.junit());
    terminal.println(
        "%s relies on %d interactions of %s: %d honoured, %d broken, %d not proven, %d skipped; see %s"
            .formatted(
                report.consumer(),
                report.all().size(),
                report.provider(),
                report.count(Outcome.HONOURED),
                report.count(Outcome.BROKEN),
                report.count(Outcome.NOT_PROVEN),
                report.count(Outcome.SKIPPED),
                out));
    terminal.flush();
  }

  private static int exitCode(VerificationReport report) {
    if (report.count(Outcome.BROKEN) > 0) {
      return ExitCode.FAILED;
    }
    if (report.count(Outcome.NOT_PROVEN) > 0) {
      return report.count(Outcome.HONOURED) == 0 ? ExitCode.UNREACHABLE : ExitCode.NOT_PROVEN;
    }
    return report.count(Outcome.HONOURED) == 0 ? ExitCode.NOT_PROVEN : ExitCode.PASSED;
  }
}
