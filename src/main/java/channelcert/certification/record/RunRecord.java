package channelcert.certification.record;

import channelcert.certification.catalogue.Catalogue;
import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.verdict.Judge;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.PropertyFacts;
import channelcert.certification.verdict.RowEvidence;
import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.RunResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a run beside its exchanges. With them it gives the result, the same at the end
 * of the run and whenever it is judged again. Safe for many threads.
 */
public final class RunRecord {
  /** Name of the layout of the file. */
  public static final String LAYOUT = "channelcert-run/1";

  private final Consumer<String> keep;
  private final RowWindows windows;
  private final Map<String, RunEvent.Ended> ended = new HashMap<>();
  private Map<String, String> setUp = Map.of();
  private int resumes;
  private RunEvent.@Nullable Began began;
  private RunEvent.@Nullable Finished finished;

  /**
   * A record that is still empty.
   *
   * @param keep takes each line before it counts
   */
  public RunRecord(Consumer<String> keep) {
    this.keep = keep;
    this.windows = new RowWindows(event -> keep.accept(RunEvents.line(event)));
  }

  /**
   * Goes on with what was written.
   *
   * @param keep takes each further line before it counts
   * @throws UnusableRecord when a line is no event, or the first one begins no run
   */
  public static RunRecord continued(List<String> lines, Consumer<String> keep) {
    RunRecord record = new RunRecord(keep);
    record.replay(lines);
    return record;
  }

  /**
   * Reads what was written.
   *
   * @throws UnusableRecord when a line is no event, or the first one begins no run
   */
  public static RunRecord of(List<String> lines) {
    return continued(lines, line -> {});
  }

  private void replay(List<String> lines) {
    int number = 0;
    for (String line : lines) {
      apply(RunEvents.event(line, ++number));
    }
    if (began == null) {
      throw new UnusableRecord("run.jsonl tells of no run");
    }
  }

  /** Writes down what happened. */
  public synchronized void add(RunEvent event) {
    keep.accept(RunEvents.line(event));
    apply(event);
  }

  /** Which exchange belongs to which row. */
  public RowWindows windows() {
    return windows;
  }

  /** The rows that have not ended, in the order in which they are run. */
  public synchronized List<String> unfinished() {
    RunEvent.Began run = run();
    return Stream.concat(run.tests().stream(), run.supplementary().stream())
        .filter(code -> !ended.containsKey(test(code).id()))
        .toList();
  }

  /** How it began. */
  public synchronized RunEvent.Began run() {
    if (began == null) {
      throw new UnusableRecord("run.jsonl tells of no run");
    }
    return began;
  }

  public synchronized boolean isFinished() {
    return finished != null;
  }

  /** The highest number of an exchange that is mentioned; others may be higher. */
  public int lastNumber() {
    return windows.lastNumber();
  }

  /** How often another process went on with it. */
  public synchronized int resumes() {
    return resumes;
  }

  /** A fact of the set-up; empty before it was set up. */
  public synchronized Optional<String> fact(String name) {
    return Optional.ofNullable(setUp.get(name));
  }

  /** Those of the rows that have ended, by id. */
  public synchronized Map<String, PlayedRow> played(
      List<CertificationTest> tests, List<Message> all) {
    Map<String, RowEvidence> earlier = setUp(all);
    Map<String, PlayedRow> played = new LinkedHashMap<>();
    for (CertificationTest test : tests) {
      if (ended.containsKey(test.id())) {
        PlayedRow row = row(test, all, earlier);
        earlier.put(test.id(), row.evidence());
        played.put(test.id(), row);
      }
    }
    return played;
  }

  /** What the rows may know from the set-up and from the rows before. */
  public synchronized Map<String, RowEvidence> setUp(List<Message> all) {
    Map<String, RowEvidence> earlier = new LinkedHashMap<>();
    earlier.put(
        PropertyFacts.SET_UP,
        new RowEvidence(windows.of(PropertyFacts.SET_UP, all), Map.of(), setUp));
    return earlier;
  }

  /**
   * The result, from what was recorded alone.
   *
   * @param all every exchange of the run, in order
   * @throws UnusableRecord when the run did not come to its end
   */
  public synchronized RunResult judge(List<Message> all) {
    RunEvent.Began run = run();
    if (finished == null) {
      throw new UnusableRecord(
          "the run did not come to its end; not yet judged: " + String.join(", ", unfinished()));
    }
    List<RowResult> tests = rows(run.tests(), all);
    return new RunResult(
        run.candidate(),
        run.seed(),
        run.at(),
        finished.at(),
        run.attempt(),
        Judge.run(tests),
        tests,
        rows(run.supplementary(), all));
  }

  private List<RowResult> rows(List<String> codes, List<Message> all) {
    Map<String, RowEvidence> earlier = setUp(all);
    List<RowResult> results = new ArrayList<>();
    for (String code : codes) {
      PlayedRow row = row(test(code), all, earlier);
      earlier.put(row.test().id(), row.evidence());
      results.add(row.result());
    }
    return results;
  }

  private PlayedRow row(
      CertificationTest test, List<Message> all, Map<String, RowEvidence> earlier) {
    RunEvent.Ended end = ended.get(test.id());
    if (end == null) {
      throw new UnusableRecord("run.jsonl does not tell the end of " + test.code());
    }
    return end.applies()
        ? PlayedRow.judged(
            test,
            new RowEvidence(windows.of(test.id(), all), Map.copyOf(earlier), end.facts()),
            end.durationMs())
        : PlayedRow.notApplicable(test);
  }

  private static CertificationTest test(String code) {
    return Catalogue.find(code)
        .orElseThrow(
            () ->
                new UnusableRecord("run.jsonl names the test " + code + ", which does not exist"));
  }

  private void apply(RunEvent event) {
    switch (event) {
      case RunEvent.Began begin -> begin(begin);
      case RunEvent.SetUp facts -> setUp = Map.copyOf(facts.facts());
      case RunEvent.Opened opened -> windows.add(opened);
      case RunEvent.Claimed claimed -> windows.add(claimed);
      case RunEvent.Ended end -> ended.put(end.row(), end);
      case RunEvent.Resumed resumed -> resume(resumed);
      case RunEvent.Finished end -> finished = end;
    }
  }

  private void resume(RunEvent.Resumed resumed) {
    windows.cutOff(ended.keySet(), resumed.after());
    resumes++;
  }

  private void begin(RunEvent.Began begin) {
    if (!begin.layout().equals(LAYOUT)) {
      throw new UnusableRecord(
          "run.jsonl has the layout " + begin.layout() + "; this program reads " + LAYOUT);
    }
    began = begin;
  }
}
