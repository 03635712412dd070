package channelcert.cli;

import channelcert.certification.candidate.CandidateFile;
import channelcert.channelmanager.ChannelManagerSide;
import channelcert.mews.MewsSide;
import channelcert.mews.control.Journal;
import channelcert.store.Part;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs parts until stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Runs the named parts, mews and channel-manager when none is named, until stopped.")
final class ServeCommand implements Callable<Integer> {
  private static final int MEWS_PORT = 8090;
  private static final int CHANNEL_MANAGER_PORT = 8091;
  private static final int MANAGEMENT_PORT = 8099;

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "PART", description = "mews, channel-manager")
  private List<String> parts = new ArrayList<>();

  @Option(names = "--port", description = "Port, when one part is served; 0 takes a free one.")
  private @Nullable Integer port;

  @Option(names = "--mews-port", description = "Port of the Mews side (default: 8090).")
  private @Nullable Integer mewsPort;

  @Option(
      names = "--channel-manager-port",
      description = "Port of the channel manager (default: 8091).")
  private @Nullable Integer channelManagerPort;

  @Option(
      names = "--management-port",
      defaultValue = "" + MANAGEMENT_PORT,
      description =
          "Port of health, readiness and the control API, when mews is served (default:"
              + " ${DEFAULT-VALUE}).")
  private int managementPort = MANAGEMENT_PORT;

  @Option(
      names = "--mews-url",
      paramLabel = "URL",
      description =
          "Mews side that the channel manager works with, or that channel managers reach this one"
              + " at.")
  private @Nullable URI mewsUrl;

  @Option(
      names = "--candidate-out",
      paramLabel = "FILE",
      description = "Writes the candidate file of the channel manager.")
  private @Nullable Path candidateOut;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "channelcert-data",
      description = "Folder of the embedded databases (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("channelcert-data");

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "postgresql://user:password@host/database instead of the embedded databases.")
  private @Nullable String database;

  @Option(
      names = "--demo",
      description =
          "Seeds the reference property, and connects the channel manager when both are served.")
  private boolean demo;

  @Option(
      names = "--extranet-password",
      paramLabel = "WORD",
      description =
          "Password of the extranet, at least 8 characters; without it one is chosen and printed"
              + " the first time.")
  private @Nullable String extranetPassword;

  @Mixin private MailOptions mail = new MailOptions();

  private enum Served {
    MEWS,
    CHANNEL_MANAGER
  }

  @Override
  public Integer call() throws Exception {
    Set<Served> served = served();
    if (port != null && served.size() > 1) {
      throw UserError.usage("--port is for one part; use --mews-port and --channel-manager-port");
    }
    mail.mail();
    Deque<AutoCloseable> open = new ArrayDeque<>();
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(open, closed)));
    Storage storage = Storage.lasting(database, data);
    MewsSide mews = served.contains(Served.MEWS) ? startMews(storage, open) : null;
    if (served.contains(Served.CHANNEL_MANAGER)) {
      startChannelManager(storage, mews, open);
    } else if (mews != null && demo) {
      new Demo(mews, out()).seed();
    }
    out().println("Stop with Ctrl+C.");
    out().flush();
    closed.await();
    return ExitCode.PASSED;
  }

  private MewsSide startMews(Storage storage, Deque<AutoCloseable> open) {
    int chosen = choose(mewsPort, MEWS_PORT);
    var data = storage.open(Part.MEWS);
    open.push(data);
    Journal journal = Management.journal();
    MewsSide mews = Parts.startMews(chosen, mewsUrl, data, journal, mail.mail());
    open.push(mews);
    out().println("Mews side        " + mews.url());
    out()
        .println(
            "  try: curl -s -X POST "
                + mews.url()
                + "/api/channelManager/v1/getChannels -H 'Content-Type: application/json' -d"
                + " '{\"clientToken\":\"...\"}'");
    Management management = Management.start(managementPort, mews, data, journal, this.data);
    open.push(management);
    management.tell(out());
    return mews;
  }

  private void startChannelManager(
      Storage storage, @Nullable MewsSide mews, Deque<AutoCloseable> open) {
    int chosen = choose(channelManagerPort, CHANNEL_MANAGER_PORT);
    URI partner =
        mews != null
            ? mews.url()
            : mewsUrl != null ? mewsUrl : URI.create("http://127.0.0.1:" + MEWS_PORT);
    var data = storage.open(Part.CHANNEL_MANAGER);
    open.push(data);
    Tokens tokens = Tokens.keptIn(this.data);
    ChannelManagerSide side = Parts.startChannelManager(chosen, partner, tokens, data);
    open.push(side);
    out().println("Channel manager  " + side.url() + ", working with Mews at " + partner);
    tellOfExtranet(side);
    if (candidateOut != null) {
      CandidateFile.write(Parts.candidate(side, tokens), candidateOut);
      out()
          .println(
              "  candidate file "
                  + candidateOut
                  + "; try: ./channelcert certify --candidate "
                  + candidateOut);
    }
    if (mews != null && demo) {
      new Demo(mews, out())
          .connect(
              Parts.candidate(side, tokens), side.driverUrl(), this.data.resolve("demo.tokens"));
    }
  }

  private void tellOfExtranet(ChannelManagerSide side) {
    String login = "log in with the password that was printed or chosen earlier";
    if (extranetPassword != null) {
      choosePassword(side, extranetPassword);
      login = "log in with the password of --extranet-password";
    } else if (!side.hasPassword()) {
      String chosen = Tokens.token().substring(0, 16).toLowerCase(Locale.ROOT);
      choosePassword(side, chosen);
      login = "log in with " + chosen + " (printed this once; --extranet-password chooses another)";
    }
    out().println("  extranet " + side.extranetUrl() + ": " + login);
  }

  private static void choosePassword(ChannelManagerSide side, String password) {
    try {
      side.choosePassword(password);
    } catch (IllegalArgumentException unfit) {
      throw UserError.usage("--extranet-password: " + unfit.getMessage());
    }
  }

  private int choose(@Nullable Integer ofPart, int usual) {
    return port != null ? port : ofPart != null ? ofPart : usual;
  }

  private Set<Served> served() {
    Set<Served> served = EnumSet.noneOf(Served.class);
    for (String part : parts) {
      try {
        served.add(Served.valueOf(part.replace('-', '_').toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw UserError.usage(
            "there is no part '" + part + "'; parts are mews and channel-manager");
      }
    }
    return served.isEmpty() ? EnumSet.allOf(Served.class) : served;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static void close(Deque<AutoCloseable> open, CountDownLatch closed) {
    for (AutoCloseable part : open) {
      try {
        part.close();
      } catch (Exception e) {
        System.err.println("channelcert: while stopping: " + e);
      }
    }
    closed.countDown();
  }
}
