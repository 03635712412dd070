package channelcert.fault;

import channelcert.certification.candidate.Candidate;
import channelcert.certification.candidate.Capabilities;
import channelcert.certification.candidate.ReadBack;
import channelcert.certification.candidate.SystemError;
import channelcert.certification.evidence.EvidenceFolder;
import channelcert.certification.evidence.EvidenceLog;
import channelcert.certification.evidence.Switchboard;
import channelcert.certification.run.CertificationRun;
import channelcert.certification.run.Progress;
import channelcert.certification.run.RunSettings;
import channelcert.certification.verdict.PriceSide;
import channelcert.certification.verdict.RunResult;
import channelcert.channelmanager.ChannelManagerSettings;
import channelcert.channelmanager.ChannelManagerSide;
import channelcert.exchange.Direction;
import channelcert.http.JsonCaller;
import channelcert.mews.MewsSettings;
import channelcert.mews.MewsSide;
import channelcert.store.Database;
import channelcert.store.Databases;
import channelcert.store.Part;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Certifies the reference channel manager behind a fault: both sides in this process, each with a
 * database of its own in memory, and everything between them over HTTP.
 *
 * @param only codes of the rows to run, with those they build on; empty = all
 * @param supplementary whether the supplementary rows run as well
 * @param capabilities what the candidate claims
 * @param oldServer whether its answers pass an old HTTP server
 * @param name ends the tokens, so that several candidates differ
 * @param watch how long ERR-6 watches
 * @param evidence folder for the exchanges
 */
record Trial(
    Fault fault,
    long seed,
    Set<String> only,
    boolean supplementary,
    Capabilities capabilities,
    boolean oldServer,
    String name,
    Watch watch,
    Path evidence) {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** How long, and by which clock of the run. */
  record Watch(Duration time, Clock clock) {
    static final Watch SHORT = new Watch(Duration.ofMillis(700), CLOCK);
  }

  private static final int NIGHTS = 365;
  private static final int LARGEST_ANSWER = 64 << 20;
  private static final String CLIENT_TOKEN = "MEWS-AT-CHM-0123456789";
  private static final String MEWS_CLIENT_TOKEN = "CHM-AT-MEWS-0123456789";

  /** Small messages, so that a full push has borders between messages. */
  private static final Capabilities CAPABILITIES =
      new Capabilities(
          Set.of(PriceSide.GROSS, PriceSide.NET), true, true, true, true, 5000, 120, null);

  /** All rows against a channel manager with that fault. */
  static Trial of(Fault fault, long seed, Path evidence) {
    return new Trial(fault, seed, Set.of(), false, CAPABILITIES, false, "", Watch.SHORT, evidence);
  }

  /** All rows against a channel manager that is right in its own way. */
  static Trial of(Variant variant, long seed, Path evidence) {
    return new Trial(
        variant.harmless(),
        seed,
        Set.of(),
        false,
        variant.capabilities().apply(CAPABILITIES),
        variant.oldServer(),
        "",
        Watch.SHORT,
        evidence);
  }

  Trial on(Set<String> rows) {
    return new Trial(
        fault, seed, rows, supplementary, capabilities, oldServer, name, watch, evidence);
  }

  Trial watching(Duration time, Clock clock) {
    return new Trial(
        fault,
        seed,
        only,
        supplementary,
        capabilities,
        oldServer,
        name,
        new Watch(time, clock),
        evidence);
  }

  Trial named(String other) {
    return new Trial(
        fault, seed, only, supplementary, capabilities, oldServer, other, watch, evidence);
  }

  /** On a Mews side of its own. */
  RunResult certify() throws InterruptedException {
    EvidenceLog log = new EvidenceLog(new EvidenceFolder(evidence), watch.clock());
    try (Database data = Database.open(Databases.inMemory(), Part.MEWS);
        MewsSide mews = MewsSide.start(mewsSettings(data, log))) {
      return certify(mews, log, candidate -> () -> {});
    }
  }

  /** On a Mews side that others use as well, which records by the switchboard. */
  RunResult certify(MewsSide mews, EvidenceLog log, Switchboard switchboard)
      throws InterruptedException {
    return certify(
        mews,
        log,
        candidate -> switchboard.join(log, candidate.mewsClientToken(), candidate.endpoints()));
  }

  /**
   * Certifies.
   *
   * @param joining has the exchanges of the candidate recorded; what it answers ends that
   */
  private RunResult certify(MewsSide mews, EvidenceLog log, Function<Candidate, Runnable> joining)
      throws InterruptedException {
    AtomicReference<URI> candidateUrl = new AtomicReference<>();
    try (Database data = Database.open(Databases.inMemory(), Part.CHANNEL_MANAGER);
        FaultProxy proxy =
            FaultProxy.start(FaultProxySettings.loopback(candidateUrl::get, mews::url, fault));
        OldServer old = new OldServer(proxy::candidateUrl);
        ChannelManagerSide side = ChannelManagerSide.start(settings(data, proxy.mewsUrl()))) {
      candidateUrl.set(side.url());
      Candidate candidate = candidate(side, oldServer ? old.uri() : proxy.candidateUrl());
      Runnable leave = joining.apply(candidate);
      try {
        return run(candidate, mews, log);
      } finally {
        leave.run();
      }
    }
  }

  private RunResult run(Candidate candidate, MewsSide mews, EvidenceLog log)
      throws InterruptedException {
    JsonCaller driver =
        new JsonCaller(Direction.DRIVER, log, CLOCK, TIMEOUT, LARGEST_ANSWER, CLIENT_TOKEN + name);
    RunSettings settings =
        new RunSettings(seed, 1, NIGHTS, only, supplementary, PATIENCE, watch.time());
    return new CertificationRun(candidate, mews, log, driver, settings, CLOCK, Progress.NONE).run();
  }

  private static MewsSettings mewsSettings(Database data, EvidenceLog log) {
    return MewsSettings.loopback(data, CLOCK, Trial::id).withRecorder(log).withCallTimeout(TIMEOUT);
  }

  private ChannelManagerSettings settings(Database data, URI mewsUrl) {
    return new ChannelManagerSettings(
        "127.0.0.1",
        0,
        data,
        CLOCK,
        Trial::id,
        mewsUrl,
        null,
        CLIENT_TOKEN + name,
        MEWS_CLIENT_TOKEN + name,
        TIMEOUT,
        true,
        Duration.ofSeconds(1));
  }

  private Candidate candidate(ChannelManagerSide side, URI root) {
    Map<String, URI> endpoints = new TreeMap<>();
    side.endpoints().forEach((name, url) -> endpoints.put(name, root.resolve(url.getPath())));
    return new Candidate(
        "Candidate " + fault.name(),
        CLIENT_TOKEN + name,
        MEWS_CLIENT_TOKEN + name,
        null,
        endpoints,
        capabilities,
        root.resolve(side.driverUrl().getPath()),
        ReadBack.DRIVER,
        systemErrors());
  }

  private static List<SystemError> systemErrors() {
    String later = " Nothing was stored; please send the message again later.";
    return List.of(
        new SystemError("maintenance", 1, "The channel manager is in maintenance." + later),
        new SystemError("time-out", 1, "The message could not be processed in time." + later),
        new SystemError("downtime", 1, "The channel manager cannot work now." + later));
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }
}
