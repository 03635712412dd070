package channelcert.cli;

import channelcert.certification.candidate.Candidate;
import channelcert.channelmanager.ChannelManagerSide;
import channelcert.exchange.Masking;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the reference channel manager is served. */
final class ChannelManagerOptions {
  /** The four addresses that nobody can be certified without. */
  private static final List<String> REGISTERED =
      List.of("updateAvailability", "updatePrices", "updateRestrictions", "confirmGroup");

  @Option(
      names = "--asynchronous",
      description =
          "The channel manager only accepts pushes at first and confirms them afterwards, on every"
              + " connection for which nothing else was chosen.")
  private boolean asynchronous;

  @Option(
      names = "--channel-manager-url",
      paramLabel = "URL",
      description =
          "Address at which Mews reaches the channel manager, when it differs from the bound one:"
              + " that of a proxy before several processes.")
  private @Nullable URI url;

  @Option(
      names = "--client-token",
      paramLabel = "TOKEN",
      description =
          "What Mews sends to the channel manager (default: one kept in the data folder). Several"
              + " processes on one database need the same; better in the environment than here.")
  private @Nullable String clientToken;

  @Option(
      names = "--mews-client-token",
      paramLabel = "TOKEN",
      description =
          "What the channel manager sends to Mews (default: one kept in the data folder).")
  private @Nullable String mewsClientToken;

  @Option(
      names = "--max-push-megabytes",
      paramLabel = "N",
      defaultValue = "25",
      description =
          "Largest body of a push that the channel manager takes, in 1 048 576 bytes (default:"
              + " ${DEFAULT-VALUE}); memory does not grow with it.")
  private int maxPushMegabytes = 25;

  @Option(
      names = "--extranet-password",
      paramLabel = "WORD",
      description =
          "Password of the extranet, at least 8 characters; without it one is chosen and printed"
              + " the first time. Better in the environment than here.")
  private @Nullable String extranetPassword;

  boolean asynchronous() {
    return asynchronous;
  }

  long maxPushBytes() {
    if (maxPushMegabytes < 1 || maxPushMegabytes > 1024) {
      throw UserError.usage(
          "--max-push-megabytes: " + maxPushMegabytes + " is not between 1 and 1024");
    }
    return (long) maxPushMegabytes << 20;
  }

  /** Refuses, before anything starts, a password that could not be chosen. */
  void check() {
    if (extranetPassword != null) {
      try {
        ChannelManagerSide.checkPassword(extranetPassword);
      } catch (IllegalArgumentException unfit) {
        throw UserError.usage("--extranet-password: " + unfit.getMessage());
      }
    }
  }

  @Nullable URI url() {
    return url;
  }

  /** Those given, else those kept in the folder. */
  Tokens tokens(Path folder) {
    if (clientToken == null && mewsClientToken == null) {
      return Tokens.keptIn(folder);
    }
    if (clientToken == null || mewsClientToken == null) {
      throw UserError.usage("--client-token and --mews-client-token belong together; give both");
    }
    return new Tokens(clientToken, mewsClientToken);
  }

  /** Sees to it that somebody can log in to the extranet, and tells how. */
  void open(ChannelManagerSide side, PrintWriter out) {
    String login = "log in with the password that was printed or chosen earlier";
    if (extranetPassword != null) {
      choosePassword(side, extranetPassword);
      login = "log in with the password of --extranet-password";
    } else if (!side.hasPassword()) {
      String chosen = Tokens.token().substring(0, 16).toLowerCase(Locale.ROOT);
      choosePassword(side, chosen);
      login = "log in with " + chosen + " (printed this once; --extranet-password chooses another)";
    }
    out.println("  extranet " + side.extranetUrl() + ": " + login);
  }

  /** Tells what has to be entered at Mews, and where the driver is. */
  void tell(Candidate candidate, Path folder, PrintWriter out) {
    out.println("  to register with Mews:");
    REGISTERED.forEach(
        name -> out.println("    %-19s %s".formatted(name, candidate.endpoints().get(name))));
    out.println(
        "    %-19s %s, %s"
            .formatted(
                "client token",
                Masking.token(candidate.clientToken()),
                clientToken == null ? "in " + Tokens.file(folder) : "the one of --client-token"));
    out.println(
        "  driver " + candidate.driver() + ", which takes the same client token as a bearer token");
  }

  private static void choosePassword(ChannelManagerSide side, String password) {
    try {
      side.choosePassword(password);
    } catch (IllegalArgumentException unfit) {
      throw UserError.usage("--extranet-password: " + unfit.getMessage());
    }
  }
}
