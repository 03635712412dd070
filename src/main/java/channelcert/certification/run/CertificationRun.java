package channelcert.certification.run;

import channelcert.certification.attend.Desk;
import channelcert.certification.candidate.Candidate;
import channelcert.certification.catalogue.Catalogue;
import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.evidence.EvidenceLog;
import channelcert.certification.record.PlayedRow;
import channelcert.certification.record.RowWindows;
import channelcert.certification.record.RunEvent;
import channelcert.certification.record.RunRecord;
import channelcert.certification.stage.MewsSide;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.PropertyFacts;
import channelcert.certification.verdict.RowEvidence;
import channelcert.certification.verdict.RunResult;
import channelcert.contract.Caller;
import channelcert.exchange.Direction;
import channelcert.mews.MewsControl;
import channelcert.mews.property.Property;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Certifies a candidate: set-up, then row after row in the published order, in which every row
 * stands after those on which it builds; where people act, several rows may be open. Neither a
 * failed row nor a fault of our own in one row keeps the next ones from running.
 */
public final class CertificationRun {
  private final Candidate candidate;
  private final MewsControl mews;
  private final EvidenceLog log;
  private final Caller driverCaller;
  private final RunSettings settings;
  private final Clock clock;
  private final Progress progress;
  private final Desk desk;
  private final Continuation continuation;
  private final RunRecord record;
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
    this(
        candidate,
        mews,
        log,
        driverCaller,
        settings,
        clock,
        progress,
        Desk.unattended(clock),
        new RunRecord(log::append),
        Continuation.NONE);
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
    this(
        candidate,
        mews,
        log,
        driverCaller,
        settings,
        clock,
        progress,
        desk,
        new RunRecord(log::append),
        Continuation.NONE);
  }

  /**
   * Prepares a run that another process may go on with, or the rest of one.
   *
   * @param record what is known of the run so far
   * @param continuation keeps what another process would need
   */
  public CertificationRun(
      Candidate candidate,
      MewsControl mews,
      EvidenceLog log,
      Caller driverCaller,
      RunSettings settings,
      Clock clock,
      Progress progress,
      Desk desk,
      RunRecord record,
      Continuation continuation) {
    this.candidate = candidate;
    this.mews = mews;
    this.log = log;
    this.record = record;
    this.continuation = continuation;
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
    List<CertificationTest> tests = Catalogue.chosen(settings.only());
    List<CertificationTest> further =
        Catalogue.chosenSupplementary(settings.only(), settings.supplementary());
    if (record.resumes() == 0) {
      record.add(began(tests, further));
      record.windows().open(RowWindows.PREFLIGHT, 0);
    }
    RowRunner runner = setUp();
    play(runner, tests);
    play(runner, further);
    record.add(new RunEvent.Finished(clock.instant()));
    List<Message> all = log.seal();
    List<String> aside =
        record.windows().of(RowWindows.ASIDE, all).stream().map(Message::id).toList();
    if (!aside.isEmpty()) {
      progress.setAside(aside);
    }
    return record.judge(all);
  }

  private RunEvent.Began began(List<CertificationTest> tests, List<CertificationTest> further) {
    return new RunEvent.Began(
        RunRecord.LAYOUT,
        candidate.name(),
        settings.seed(),
        settings.attempt(),
        settings.horizonDays(),
        clock.instant(),
        tests.stream().map(CertificationTest::code).toList(),
        further.stream().map(CertificationTest::code).toList());
  }

  private RowRunner setUp() throws InterruptedException {
    record.windows().open(PropertyFacts.SET_UP, log.lastNumber());
    desk.continueAfter(lastInstruction());
    Connected connected =
        new SetUp(candidate, mews, driverCaller, settings, log, clock, desk, continuation)
            .connect();
    tidy(connected.mews());
    note(PropertyNote.of(connected.mews(), connected.today(), settings.horizonDays()));
    return new RowRunner(connected, settings, log, record.windows(), turn, clock, progress);
  }

  /** A test that was broken off may have left codes that nobody announced. */
  private void tidy(MewsSide side) {
    if (record.fact(PropertyFacts.NOTE).isEmpty()) {
      return;
    }
    PropertyFacts before =
        PropertyFacts.of(new RowEvidence(List.of(), record.setUp(List.of()), Map.of()));
    side.categories().stream()
        .map(Property.SpaceCategory::code)
        .filter(code -> before.category(code).isEmpty())
        .forEach(side::removeUnannounced);
    side.pairs().stream()
        .map(Property.Pair::ratePlanCode)
        .distinct()
        .filter(rate -> before.pairs().stream().noneMatch(p -> p.ratePlanCode().equals(rate)))
        .forEach(side::removeUnannounced);
  }

  /** The tests that have ended were judged by the property as it was. */
  private void note(String property) {
    Optional<String> before = record.fact(PropertyFacts.NOTE);
    if (before.isEmpty()) {
      record.add(new RunEvent.SetUp(Map.of(PropertyFacts.NOTE, property)));
    } else if (!before.get().equals(property)) {
      throw new PreflightFailed(
          "The run cannot be resumed: the property is not as it was, because its day has changed or"
              + " a test was broken off that changes it. Begin a new run.");
    }
  }

  private int lastInstruction() {
    return log.messages().stream()
        .filter(each -> each.exchange().direction() == Direction.ATTENDED)
        .mapToInt(each -> each.request().path(Desk.NUMBER).asInt())
        .max()
        .orElse(0);
  }

  private void play(RowRunner runner, List<CertificationTest> rows) throws InterruptedException {
    Map<String, PlayedRow> ended = record.played(rows, log.messages());
    List<CertificationTest> left =
        rows.stream().filter(row -> !ended.containsKey(row.id())).toList();
    new RowSchedule(
            left,
            turn,
            (row, before) -> {
              Map<String, PlayedRow> all = new LinkedHashMap<>(ended);
              all.putAll(before);
              return play(runner, row, all);
            })
        .play();
  }

  private PlayedRow play(RowRunner runner, CertificationTest row, Map<String, PlayedRow> before)
      throws InterruptedException {
    progress.rowStarted(row.code(), row.title());
    Map<String, RowEvidence> earlier = record.setUp(log.messages());
    before.forEach((id, played) -> earlier.put(id, played.evidence()));
    boolean applies = row.appliesTo(candidate);
    PlayedRow played = applies ? runner.play(row, earlier) : PlayedRow.notApplicable(row);
    record.add(
        new RunEvent.Ended(
            row.id(), applies, played.result().durationMs(), played.evidence().facts()));
    progress.rowFinished(played.result());
    return played;
  }
}
