package channelcert.cli;

import channelcert.certification.attend.Board;
import channelcert.certification.attend.Desk;
import channelcert.certification.candidate.Candidate;
import channelcert.certification.drift.Drifts;
import channelcert.certification.evidence.DamagedEvidence;
import channelcert.certification.evidence.EvidenceFolder;
import channelcert.certification.evidence.EvidenceLog;
import channelcert.certification.evidence.RecordedEvidence;
import channelcert.certification.preflight.Diagnosis;
import channelcert.certification.preflight.Folded;
import channelcert.certification.preflight.Preflight;
import channelcert.certification.record.RunEvent;
import channelcert.certification.record.RunRecord;
import channelcert.certification.record.UnusableRecord;
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
import channelcert.exchange.Exchange;
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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    try (UnfinishedRun unfinished = UnfinishedRun.begin(plan.out())) {
      EvidenceFolder folder = new EvidenceFolder(evidenceFolder());
      folder.clear();
      unfinished.put(plan.values(candidate != null));
      EvidenceLog log = new EvidenceLog(folder, Parts.CLOCK);
      return run(candidate, new Work(unfinished, log, new RunRecord(log::append)));
    }
  }

  /**
   * Goes on with a run whose process died; tests that have ended are not run again.
   *
   * @param candidate as it was when the run began
   */
  int resume(@Nullable Candidate candidate, UnfinishedRun unfinished)
      throws InterruptedException, IOException {
    Work work = interrupted(unfinished);
    RunEvent.Began began = work.record().run();
    if (candidate != null && !candidate.name().equals(began.candidate())) {
      throw UserError.usage(
          "--resume: the run is one of '"
              + began.candidate()
              + "', not of '"
              + candidate.name()
              + "'");
    }
    List<String> left = work.record().unfinished();
    display.note(
        "Resumed; "
            + (left.isEmpty() ? "nothing left to run" : "to run: " + String.join(", ", left)));
    if (work.record().isFinished()) {
      return report(work.record().judge(work.log().seal()), candidate, work);
    }
    work.record().add(new RunEvent.Resumed(Parts.CLOCK.instant(), work.log().lastNumber()));
    return run(candidate, work);
  }

  private Work interrupted(UnfinishedRun unfinished) {
    try {
      RecordedEvidence recorded = RecordedEvidence.unsealed(evidenceFolder());
      int last = RunRecord.of(recorded.lines()).lastNumber();
      EvidenceLog log =
          EvidenceLog.continued(
              new EvidenceFolder(evidenceFolder()), Parts.CLOCK, recorded.messages(), last);
      return new Work(unfinished, log, RunRecord.continued(recorded.lines(), log::append));
    } catch (DamagedEvidence | UnusableRecord e) {
      throw UserError.notProven(
          "the run in " + plan.out() + " cannot be resumed: " + e.getMessage());
    }
  }

  private Path evidenceFolder() {
    return plan.out().resolve("evidence");
  }

  /**
   * A run under way.
   *
   * @param unfinished what another process would need
   */
  private record Work(UnfinishedRun unfinished, EvidenceLog log, RunRecord record) {
    Tokens tokens() {
      if (unfinished.find("clientToken") != null) {
        return new Tokens(unfinished.get("clientToken"), unfinished.get("mewsClientToken"));
      }
      Tokens tokens = Tokens.choose();
      unfinished.put(
          Map.of("clientToken", tokens.client(), "mewsClientToken", tokens.mewsClient()));
      return tokens;
    }

    /** The port of before, where the run is resumed. */
    int channelManagerPort() {
      return unfinished.find("channelManagerPort") == null
          ? 0
          : unfinished.number("channelManagerPort");
    }
  }

  private int run(@Nullable Candidate candidate, Work work)
      throws InterruptedException, IOException {
    Storage storage = Storage.lasting(plan.database(), work.unfinished().data());
    try (Database mewsData = storage.open(Part.MEWS);
        MewsSide mews =
            Parts.startMews(plan.mewsPort(), plan.mewsUrl(), mewsData, work.log(), plan.mail())) {
      int port = plan.mewsUrl() == null ? mews.url().getPort() : plan.mewsPort();
      work.unfinished().put(Map.of("mewsPort", Integer.toString(port)));
      if (candidate != null) {
        return certify(candidate, mews, work);
      }
      Tokens tokens = work.tokens();
      try (Database data = storage.open(Part.CHANNEL_MANAGER);
          ChannelManagerSide side =
              Parts.startChannelManager(
                  work.channelManagerPort(),
                  mews.url(),
                  tokens,
                  data,
                  new Surroundings(plan.asynchronous(), RequestObserver.NONE, Recorder.NONE))) {
        String bound = Integer.toString(side.url().getPort());
        work.unfinished().put(Map.of("channelManagerPort", bound));
        return certify(Parts.candidate(side, tokens, null), mews, work);
      }
    }
  }

  private int certify(Candidate candidate, MewsSide mews, Work work)
      throws InterruptedException, IOException {
    display.note(
        "Mews side at " + mews.url() + ", candidate " + candidate.name() + ", seed " + plan.seed());
    preflight(candidate, mews, work.log());
    return report(run(candidate, mews, work), candidate, work);
  }

  private int report(RunResult judged, @Nullable Candidate candidate, Work work)
      throws IOException {
    RunResult result = reporting.expecting(judged);
    work.log().writeFailure().ifPresent(display::note);
    List<Exchange> exchanges = work.log().messages().stream().map(Message::exchange).toList();
    new ReportFolder()
        .write(
            result,
            exchanges,
            plan.out(),
            CertificationFiles.of(result, candidate, exchanges, plan.keys()));
    work.unfinished().finished();
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
    Folded.of(seen.stream().filter(Diagnosis::worthTelling).toList())
        .forEach(each -> display.note("Preflight: " + each));
  }

  private RunResult run(Candidate candidate, MewsSide mews, Work work) throws InterruptedException {
    EvidenceLog evidence = work.log();
    Drifts.prepare();
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
              candidate,
              mews,
              evidence,
              driver,
              settings,
              Parts.CLOCK,
              display,
              desk,
              work.record(),
              work.unfinished())
          .run();
    } catch (PreflightFailed e) {
      throw UserError.unreachable(
          e.getMessage()
              + (plan.mewsPort() == 0 ? " --mews-port N has it at the same port always." : ""));
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
