package channelcert.journey.live;

import channelcert.certification.attend.Desk;
import channelcert.certification.candidate.Candidate;
import channelcert.certification.evidence.EvidenceFolder;
import channelcert.certification.evidence.EvidenceLog;
import channelcert.certification.evidence.Switchboard;
import channelcert.certification.preflight.Diagnosis;
import channelcert.certification.preflight.Preflight;
import channelcert.certification.record.RunRecord;
import channelcert.certification.report.ReportFolder;
import channelcert.certification.run.CertificationRun;
import channelcert.certification.run.PreflightFailed;
import channelcert.certification.run.RunSettings;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.RunResult;
import channelcert.exchange.Direction;
import channelcert.exchange.Exchange;
import channelcert.http.JsonCaller;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.Environment;
import channelcert.journey.endpoint.AddressRules;
import channelcert.journey.environment.CaseConnection;
import channelcert.journey.environment.ConnectionStore;
import channelcert.journey.environment.Mappings;
import channelcert.journey.run.RunStore;
import channelcert.mews.MewsControl;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the tests of a case from its first call to its report. */
public final class CaseRunner {
  private static final Logger LOG = LoggerFactory.getLogger(CaseRunner.class);
  private static final Duration DRIVER_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration PREFLIGHT = Duration.ofSeconds(4);
  private static final Duration ATTENDING = Duration.ofMinutes(30);
  private static final int USUAL_MESSAGE = 512 << 10;
  private static final int LARGEST_READ_BACK = 256 << 20;

  private final MewsControl mews;
  private final Switchboard switchboard;
  private final Candidates candidates;
  private final ConnectionStore connections;
  private final Mappings mappings;
  private final AddressRules rules;
  private final RunStore runs;
  private final RunFolders folders;
  private final Clock clock;

  /**
   * Prepares.
   *
   * @param switchboard the recorder of the Mews side, or a part of it
   */
  public CaseRunner(
      MewsControl mews,
      Switchboard switchboard,
      Candidates candidates,
      ConnectionStore connections,
      Mappings mappings,
      AddressRules rules,
      RunStore runs,
      RunFolders folders,
      Clock clock) {
    this.mews = mews;
    this.switchboard = switchboard;
    this.candidates = candidates;
    this.connections = connections;
    this.mappings = mappings;
    this.rules = rules;
    this.runs = runs;
    this.folders = folders;
    this.clock = clock;
  }

  /** Runs to the end, whatever happens; what became of it is stored. */
  void run(
      CertificationCase found, CaseConnection connection, RunWish wish, long seed, LiveRun run) {
    String words;
    try {
      words = ended(certified(found, connection, wish, seed, run));
    } catch (PreflightFailed e) {
      words = broken(run, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      words = broken(run, "The run was broken off.");
    } catch (RuntimeException | IOException | Error e) {
      LOG.error("run {} of case {} failed", run.number(), run.caseId(), e);
      words = broken(run, "The portal failed, not the channel manager; Mews finds why in its log.");
    }
    run.end(words);
  }

  private static String ended(RunResult result) {
    return "Ended: " + result.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ".";
  }

  /** Who stopped the run is the reason for whatever else went wrong in it. */
  private String broken(LiveRun run, String otherwise) {
    String problem = run.settle() ? "Stopped by " + run.stoppedBy() + "." : otherwise;
    try {
      runs.interrupt(
          run.caseId(), run.number(), problem, Results.rows(run.finished()), clock.instant());
    } catch (RuntimeException e) {
      LOG.error("the end of run {} of case {} is not stored", run.number(), run.caseId(), e);
    }
    return problem;
  }

  private RunResult certified(
      CertificationCase found, CaseConnection connection, RunWish wish, long seed, LiveRun run)
      throws InterruptedException, IOException {
    Path folder = folders.of(run.caseId(), run.number());
    EvidenceFolder evidence = new EvidenceFolder(folder.resolve("evidence"));
    evidence.clear();
    EvidenceLog log = new EvidenceLog(evidence, clock);
    if (!connection.spaceTypeCode().isEmpty()) {
      run.note(
          "This connection sells "
              + connection.spaceTypeCode()
              + " alone; tests that need several categories cannot pass on it.");
    }
    Candidate candidate = candidates.of(found, connection, wish);
    RunSettings settings =
        RunSettings.of(
                seed,
                candidate.capabilities().horizonDays(),
                Set.copyOf(wish.codes()),
                wish.supplementary(),
                candidate)
            .onAttempt(found.attempt());
    List<String> others =
        connections.of(found.id(), Environment.TEST).stream()
            .map(CaseConnection::connectionToken)
            .filter(token -> !token.equals(connection.connectionToken()))
            .toList();
    others.forEach(mews.pushes()::hold);
    Runnable leave = switchboard.join(log, candidate.mewsClientToken(), candidate.endpoints());
    try (JsonCaller driver =
        new JsonCaller(
            Direction.DRIVER,
            log,
            clock,
            DRIVER_TIMEOUT,
            LARGEST_READ_BACK,
            candidate.clientToken())) {
      preflight(candidate, log, run);
      RunResult result =
          new CertificationRun(
                  candidate,
                  mews,
                  log,
                  new CheckedCaller(driver, rules),
                  settings,
                  clock,
                  run,
                  new Desk(run.board(), log, clock, ATTENDING),
                  new RunRecord(log::append),
                  new CaseBond(connection, declared(found, connection)))
              .run();
      if (run.settle()) {
        throw new InterruptedException();
      }
      store(run, folder, result, log);
      return result;
    } finally {
      others.forEach(mews.pushes()::resume);
      leave.run();
    }
  }

  private List<String> declared(CertificationCase found, CaseConnection connection) {
    return mappings.of(found).stream()
        .filter(each -> each.number() == connection.number())
        .flatMap(each -> each.declared().stream())
        .toList();
  }

  private void preflight(Candidate candidate, EvidenceLog log, LiveRun run)
      throws InterruptedException {
    candidate.endpoints().forEach(this::checked);
    URI driver = candidate.driver();
    if (driver != null) {
      checked("the driver", driver);
    }
    for (Diagnosis each :
        new Preflight(candidate, log, clock, PREFLIGHT).look(mews.url(), USUAL_MESSAGE)) {
      if (driver != null && isDriverUnusable(each)) {
        throw new PreflightFailed(words(driver, each));
      }
      if (each.level() == Diagnosis.Level.UNREACHABLE) {
        throw new PreflightFailed(each.found() + ". " + each.fix());
      }
      if (each.worthTelling()) {
        run.note("Preflight: " + each);
      }
    }
  }

  private static boolean isDriverUnusable(Diagnosis found) {
    return found.subject().equals(Preflight.DRIVER)
        && found.origin() == Diagnosis.Origin.CONFIGURATION
        && found.level().compareTo(Diagnosis.Level.FAULT) >= 0;
  }

  /** In the portal an address is typed for each run; there is no candidate file to correct. */
  private static String words(URI driver, Diagnosis found) {
    return (found.level() == Diagnosis.Level.UNREACHABLE
            ? found.found()
            : "The driver at " + driver + " answered " + found.found())
        + ". Run again with the address below which the operations of your driver stand, see that"
        + " it takes your client token, or leave the address out: then the page of the run asks"
        + " people.";
  }

  /** A name may lead elsewhere than on the day when it was registered. */
  private void checked(String of, URI address) {
    rules
        .problem(address.toString())
        .ifPresent(
            problem -> {
              throw new PreflightFailed("The address of " + of + " is not called. " + problem);
            });
  }

  private void store(LiveRun run, Path folder, RunResult result, EvidenceLog log)
      throws IOException {
    log.writeFailure().ifPresent(run::note);
    List<Exchange> exchanges = log.messages().stream().map(Message::exchange).toList();
    new ReportFolder().write(result, exchanges, folder, Map.of());
    runs.keep(run.caseId(), run.number(), exchanges);
    runs.finish(
        run.caseId(),
        run.number(),
        result.verdict(),
        Results.rows(result, exchanges),
        clock.instant());
  }
}
