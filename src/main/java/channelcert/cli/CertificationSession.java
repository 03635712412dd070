package channelcert.cli;

import channelcert.certification.attend.Board;
import channelcert.certification.attend.Desk;
import channelcert.certification.candidate.Candidate;
import channelcert.certification.evidence.EvidenceFolder;
import channelcert.certification.evidence.EvidenceLog;
import channelcert.certification.preflight.Diagnosis;
import channelcert.certification.preflight.Preflight;
import channelcert.certification.report.ReportFolder;
import channelcert.certification.run.CertificationRun;
import channelcert.certification.run.PreflightFailed;
import channelcert.certification.run.RunSettings;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.RunResult;
import channelcert.channelmanager.ChannelManagerSide;
import channelcert.channelmanager.Surroundings;
import channelcert.cli.terminal.AttendingTerminal;
import channelcert.cli.terminal.RunDisplay;
import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import channelcert.http.JsonCaller;
import channelcert.http.watch.RequestObserver;
import channelcert.mews.MewsSide;
import channelcert.store.Database;
import channelcert.store.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One certification from start to report: opens what the run needs, and closes it again. */
final class CertificationSession {
  private static final Duration DRIVER_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration PREFLIGHT = Duration.ofSeconds(4);

  /** Longer than the messages that a run sends to a candidate with the usual limits. */
  private static final int USUAL_MESSAGE = 512 << 10;

  private static final int LARGEST_READ_BACK = 256 << 20;

  private final Plan plan;
  private final RunDisplay display;
  private final Reporting reporting;

  CertificationSession(Plan plan, RunDisplay display, Reporting reporting) {
    this.plan = plan;
    this.display = display;
    this.reporting = reporting;
  }

  /**
   * Certifies and reports.
   *
   * @param candidate the channel manager; the reference one is started when absent
   * @return the exit code
   */
  int run(@Nullable Candidate candidate) throws InterruptedException, IOException {
    EvidenceFolder folder = new EvidenceFolder(plan.out().resolve("evidence"));
    folder.clear();
    EvidenceLog evidence = new EvidenceLog(folder, Parts.CLOCK);
    try (Storage storage = Storage.ofOneRun(plan.database());
        Database mewsData = storage.open(Part.MEWS);
        MewsSide mews =
            Parts.startMews(plan.mewsPort(), plan.mewsUrl(), mewsData, evidence, plan.mail())) {
      if (candidate != null) {
        return certify(candidate, mews, evidence);
      }
      Tokens tokens = Tokens.choose();
      try (Database data = storage.open(Part.CHANNEL_MANAGER);
          ChannelManagerSide side =
              Parts.startChannelManager(
                  0,
                  mews.url(),
                  tokens,
                  data,
                  new Surroundings(plan.asynchronous(), RequestObserver.NONE, Recorder.NONE))) {
        return certify(Parts.candidate(side, tokens, null), mews, evidence);
      }
    }
  }

  private int certify(Candidate candidate, MewsSide mews, EvidenceLog evidence)
      throws InterruptedException, IOException {
    display.note(
        "Mews side at " + mews.url() + ", candidate " + candidate.name() + ", seed " + plan.seed());
    preflight(candidate, mews, evidence);
    RunResult result = reporting.expecting(run(candidate, mews, evidence));
    evidence.writeFailure().ifPresent(display::note);
    new ReportFolder()
        .write(result, evidence.messages().stream().map(Message::exchange).toList(), plan.out());
    display.runFinished(result, plan.out());
    return reporting.tell(result);
  }

  /** Stops where nothing could be run, and tells what rows will stumble over. */
  private void preflight(Candidate candidate, MewsSide mews, EvidenceLog evidence)
      throws InterruptedException {
    List<Diagnosis> seen =
        new Preflight(candidate, evidence, Parts.CLOCK, PREFLIGHT).look(mews.url(), USUAL_MESSAGE);
    for (Diagnosis each : seen) {
      if (each.level() == Diagnosis.Level.UNREACHABLE) {
        throw UserError.unreachable(each.found() + ". " + each.fix());
      }
    }
    seen.stream()
        .filter(Diagnosis::worthTelling)
        .forEach(each -> display.note("Preflight: " + each));
  }

  private RunResult run(Candidate candidate, MewsSide mews, EvidenceLog evidence)
      throws InterruptedException {
    RunSettings settings =
        RunSettings.of(plan.seed(), days(candidate), plan.only(), plan.supplementary(), candidate)
            .onAttempt(plan.attempt());
    try (JsonCaller driver =
        new JsonCaller(
            Direction.DRIVER,
            evidence,
            Parts.CLOCK,
            DRIVER_TIMEOUT,
            LARGEST_READ_BACK,
            candidate.clientToken())) {
      Desk desk = desk(candidate, evidence);
      return new CertificationRun(
              candidate, mews, evidence, driver, settings, Parts.CLOCK, display, desk)
          .run();
    } catch (PreflightFailed e) {
      throw UserError.unreachable(String.valueOf(e.getMessage()));
    }
  }

  private int days(Candidate candidate) {
    return plan.days() == 0 ? candidate.capabilities().horizonDays() : plan.days();
  }

  /** Where the run asks people: at this terminal, or nowhere. */
  private Desk desk(Candidate candidate, EvidenceLog evidence) {
    if (plan.attending().atTerminal(candidate)) {
      Board board = new Board();
      BufferedReader input =
          new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
      new AttendingTerminal(board, display, input, !Attending.isTerminal()).start();
      return new Desk(board, evidence, Parts.CLOCK, plan.attendFor());
    }
    if (Attending.needsPerson(candidate)) {
      display.note(
          "Nobody attends, so what a person would have to do or look at stays open;"
              + " --attend terminal asks here.");
    }
    return Desk.unattended(Parts.CLOCK);
  }
}
