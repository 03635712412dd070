package channelcert.certification.run;

import channelcert.certification.attend.Desk;
import channelcert.certification.candidate.Candidate;
import channelcert.certification.catalogue.Catalogue;
import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.evidence.EvidenceLog;
import channelcert.certification.verdict.Judge;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.PropertyFacts;
import channelcert.certification.verdict.RowEvidence;
import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.RunResult;
import channelcert.contract.Caller;
import channelcert.mews.MewsControl;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Certifies a candidate: set-up, then row after row in the published order, in which every row
 * stands after those on which it builds; where people act, several rows may be open. Neither a
 * failed row nor a fault of our own in one row keeps the next ones from running.
 */
public final class CertificationRun {
  /** Where the exchanges stand that were recorded before the run began. */
  private static final String PREFLIGHT = "preflight";

  private final Candidate candidate;
  private final MewsControl mews;
  private final EvidenceLog log;
  private final Caller driverCaller;
  private final RunSettings settings;
  private final Clock clock;
  private final Progress progress;
  private final Desk desk;
  private final RowWindows windows = new RowWindows();
  private final Turn turn = new Turn();

  /** Prepares a run at which nobody attends. */
  public CertificationRun(
      Candidate candidate,
      MewsControl mews,
      EvidenceLog log,
      Caller driverCaller,
      RunSettings settings,
      Clock clock,
      Progress progress) {
    this(candidate, mews, log, driverCaller, settings, clock, progress, Desk.unattended(clock));
  }

  /**
   * Prepares a run.
   *
   * @param log the recorder of every exchange of the Mews side and of the driver
   * @param driverCaller calls the driver, recorded as direction DRIVER, with the client token of
   *     the candidate
   * @param desk where people are asked for what no driver does
   */
  public CertificationRun(
      Candidate candidate,
      MewsControl mews,
      EvidenceLog log,
      Caller driverCaller,
      RunSettings settings,
      Clock clock,
      Progress progress,
      Desk desk) {
    this.candidate = candidate;
    this.mews = mews;
    this.log = log;
    this.driverCaller = driverCaller;
    this.settings = settings;
    this.clock = clock;
    this.progress = progress;
    this.desk = desk;
  }

  /**
   * Runs; to be called once.
   *
   * @throws PreflightFailed when the candidate cannot be set up
   * @throws InterruptedException when the thread is interrupted; no row is judged then
   */
  public RunResult run() throws InterruptedException {
    Instant startedAt = clock.instant();
    windows.open(PREFLIGHT, 0);
    windows.open(PropertyFacts.SET_UP, log.lastNumber());
    Connected connected =
        new SetUp(candidate, mews, driverCaller, settings, log, clock, desk).connect();
    RowRunner runner = new RowRunner(connected, settings, log, windows, turn, clock, progress);
    Map<String, String> setUpFacts =
        Map.of(
            PropertyFacts.NOTE,
            PropertyNote.of(connected.mews(), connected.today(), settings.horizonDays()));
    List<PlayedRow> played = play(runner, Catalogue.chosen(settings.only()), setUpFacts);
    List<PlayedRow> further = play(runner, supplementary(), setUpFacts);
    List<RowResult> rows = judgeAgain(played, setUpFacts);
    List<String> aside =
        windows.of(RowWindows.ASIDE, log.messages()).stream().map(Message::id).toList();
    if (!aside.isEmpty()) {
      progress.setAside(aside);
    }
    return new RunResult(
        candidate.name(),
        settings.seed(),
        startedAt,
        clock.instant(),
        settings.attempt(),
        Judge.run(rows),
        rows,
        judgeAgain(further, setUpFacts));
  }

  /** They rest on no other row, and nothing rests on them. */
  private List<CertificationTest> supplementary() {
    return Catalogue.chosenSupplementary(settings.only(), settings.supplementary());
  }

  private List<PlayedRow> play(
      RowRunner runner, List<CertificationTest> rows, Map<String, String> setUpFacts)
      throws InterruptedException {
    return new RowSchedule(rows, turn, (row, before) -> play(runner, row, before, setUpFacts))
        .play();
  }

  private PlayedRow play(
      RowRunner runner,
      CertificationTest row,
      Map<String, PlayedRow> before,
      Map<String, String> setUpFacts)
      throws InterruptedException {
    progress.rowStarted(row.code(), row.title());
    Map<String, RowEvidence> earlier = earlier(setUpFacts);
    before.forEach((id, played) -> earlier.put(id, played.evidence()));
    PlayedRow outcome =
        row.appliesTo(candidate) ? runner.play(row, earlier) : PlayedRow.notApplicable(row);
    progress.rowFinished(outcome.result());
    return outcome;
  }

  /** A message that came after the end of its row may change what that row is judged by. */
  private List<RowResult> judgeAgain(List<PlayedRow> played, Map<String, String> setUpFacts) {
    Map<String, RowEvidence> earlier = earlier(setUpFacts);
    List<RowResult> results = new ArrayList<>();
    for (PlayedRow row : played) {
      PlayedRow complete = row.withEvidence(windows.of(row.test().id(), log.messages()), earlier);
      earlier.put(row.test().id(), complete.evidence());
      results.add(complete.result());
    }
    return results;
  }

  private Map<String, RowEvidence> earlier(Map<String, String> setUpFacts) {
    Map<String, RowEvidence> earlier = new LinkedHashMap<>();
    earlier.put(
        PropertyFacts.SET_UP,
        new RowEvidence(windows.of(PropertyFacts.SET_UP, log.messages()), Map.of(), setUpFacts));
    return earlier;
  }
}
