package channelcert.cli;

import channelcert.certification.candidate.Candidate;
import channelcert.certification.candidate.CandidateFile;
import channelcert.channelmanager.ChannelManagerSide;
import channelcert.channelmanager.Surroundings;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import channelcert.mews.MewsSettings;
import channelcert.mews.MewsSide;
import channelcert.mews.control.Journal;
import channelcert.store.Part;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
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
        "Runs the named parts, all of them when none is named, until stopped. The portal runs with"
            + " the Mews side, where its test properties are.")
final class ServeCommand implements Callable<Integer> {
  private static final int MEWS_PORT = 8090;
  private static final int CHANNEL_MANAGER_PORT = 8091;
  private static final String MEWS = "mews";
  private static final String CHANNEL_MANAGER = "channel-manager";

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "PART", description = "mews, channel-manager, portal")
  private List<String> parts = new ArrayList<>();

  @Option(
      names = "--port",
      converter = PortNumber.class,
      description = "Port, when one part is served; 0 takes a free one.")
  private @Nullable Integer port;

  @Option(
      names = "--mews-port",
      converter = PortNumber.class,
      description = "Port of the Mews side (default: 8090).")
  private @Nullable Integer mewsPort;

  @Option(
      names = "--channel-manager-port",
      converter = PortNumber.class,
      description = "Port of the channel manager (default: 8091).")
  private @Nullable Integer channelManagerPort;

  @Option(
      names = "--management-port",
      converter = PortNumber.class,
      paramLabel = "PORT",
      description =
          "Port of health, readiness, metrics and the control API (default: 8099, or a free one"
              + " where that is taken).")
  private @Nullable Integer managementPort;

  @Option(
      names = "--drain-delay",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description =
          "How long a stopping process still takes requests after it has said that it is not ready"
              + " (default: ${DEFAULT-VALUE}).")
  private int drainDelay;

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
      names = "--stub",
      description = "Answers from the examples of the pacts alone, without a database.")
  private boolean stub;

  @Mixin private MailOptions mail = new MailOptions();
  @Mixin private PortalOptions portal = new PortalOptions();
  @Mixin private ChannelManagerOptions channelManager = new ChannelManagerOptions();
  @Mixin private LogOptions log = new LogOptions();

  private enum Served {
    MEWS,
    CHANNEL_MANAGER,
    PORTAL
  }

  @Override
  public Integer call() throws Exception {
    Set<Served> served = served();
    if (port != null && served.size() > 1) {
      throw UserError.usage("--port is for one part; use --mews-port and --channel-manager-port");
    }
    if (stub) {
      return StubServing.serve(
          served.contains(Served.MEWS) ? choose(mewsPort, MEWS_PORT) : null,
          served.contains(Served.CHANNEL_MANAGER)
              ? choose(channelManagerPort, CHANNEL_MANAGER_PORT)
              : null,
          out());
    }
    channelManager.check();
    mail.mail();
    log.apply();
    Management management = new Management(data);
    Serving serving = new Serving(management.readiness(), Duration.ofSeconds(drainDelay));
    Storage storage = Storage.lasting(database, data);
    boolean withPortal = served.contains(Served.PORTAL);
    PortalPart journey =
        withPortal
            ? new PortalPart(serving.closing(storage.open(Part.JOURNEY)), data, mail.mail())
            : null;
    MewsSide mews =
        withPortal || served.contains(Served.MEWS)
            ? startMews(storage, serving, management, journey, served)
            : null;
    if (served.contains(Served.CHANNEL_MANAGER)) {
      startChannelManager(storage, mews, serving, management);
    } else if (mews != null && demo) {
      new Demo(mews, out()).seed();
    }
    if (journey != null && mews != null) {
      serving.draining(journey);
      journey.start(port != null ? port : portal.port(), portal, mews, management, demo, out());
    }
    out().println("Stop with Ctrl+C.");
    out().flush();
    serving.await();
    return ExitCode.PASSED;
  }

  private MewsSide startMews(
      Storage storage,
      Serving serving,
      Management management,
      @Nullable PortalPart journey,
      Set<Served> served) {
    int chosen =
        served.contains(Served.MEWS)
            ? choose(mewsPort, MEWS_PORT)
            : mewsPort == null ? MEWS_PORT : mewsPort;
    var data = serving.closing(storage.open(Part.MEWS));
    Journal journal = Management.journal();
    MewsSide mews =
        Parts.startMews(
            MewsSettings.loopback(data, Parts.CLOCK, Parts::newId)
                .withAddress(Parts.LOOPBACK, chosen, mewsUrl)
                .withRecorder(
                    management.calls(
                        MEWS,
                        Direction.MEWS_TO_CANDIDATE,
                        journey == null ? journal : journey.watching(journal)))
                .withObserver(management.observer(MEWS))
                .withMail(mail.mail()));
    serving.draining(mews);
    out().println("Mews side        " + mews.url());
    out()
        .println(
            "  try: curl -s -X POST "
                + mews.url()
                + "/api/channelManager/v1/getChannels -H 'Content-Type: application/json' -d"
                + " '{\"clientToken\":\"...\"}'");
    management.shows(MEWS, data, MewsSide.WAITING, mews::waiting);
    management.start(managementPort, mews, data, journal, out());
    serving.closing(management);
    return mews;
  }

  private void startChannelManager(
      Storage storage, @Nullable MewsSide mews, Serving serving, Management management) {
    int chosen = choose(channelManagerPort, CHANNEL_MANAGER_PORT);
    URI partner = mews != null ? mews.url() : partner();
    var data = serving.closing(storage.open(Part.CHANNEL_MANAGER));
    Tokens tokens = channelManager.tokens(this.data);
    ChannelManagerSide side =
        Parts.startChannelManager(
            chosen,
            partner,
            tokens,
            data,
            new Surroundings(
                channelManager.asynchronous(),
                management.observer(CHANNEL_MANAGER),
                management.calls(CHANNEL_MANAGER, Direction.CANDIDATE_TO_MEWS, Recorder.NONE),
                channelManager.maxPushBytes()));
    serving.draining(side);
    management.shows(CHANNEL_MANAGER, data, ChannelManagerSide.WAITING, side::waiting);
    out().println("Channel manager  " + side.url() + ", working with Mews at " + partner);
    Candidate candidate = Parts.candidate(side, tokens, channelManager.url());
    channelManager.tell(candidate, this.data, out());
    channelManager.open(side, out());
    if (mews == null) {
      management.start(managementPort, out());
      serving.closing(management);
    }
    tell(candidate);
    if (mews != null && demo) {
      new Demo(mews, out()).connect(candidate, side.driverUrl(), this.data.resolve("demo.tokens"));
    }
  }

  private void tell(Candidate candidate) {
    if (candidateOut != null) {
      CandidateFile.write(candidate, candidateOut);
      out().println("  candidate file " + candidateOut + "; " + howToCertify(candidateOut));
    }
  }

  /** A run has to listen where the channel manager calls Mews, unless we do so ourselves. */
  private String howToCertify(Path file) {
    return served().equals(EnumSet.of(Served.CHANNEL_MANAGER))
        ? "try: ./channelcert certify --candidate " + file + MewsOptions.listeningAt(partner())
        : "to certify it, serve channel-manager alone";
  }

  private URI partner() {
    return mewsUrl != null ? mewsUrl : URI.create("http://127.0.0.1:" + MEWS_PORT);
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
            "there is no part '" + part + "'; parts are mews, channel-manager and portal");
      }
    }
    return served.isEmpty() ? EnumSet.allOf(Served.class) : served;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
