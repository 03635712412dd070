package channelcert.journey.live;

import channelcert.certification.attend.Board;
import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.report.Rows;
import channelcert.certification.run.Progress;
import channelcert.certification.verdict.ExpectationResult;
import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A run that goes on in this process: what its tests do, what it asks people for, what happened.
 * Safe for many threads.
 */
public final class LiveRun implements Progress, Board.Watcher {
  private static final int MOST_NOTES = 2_000;

  private final String caseId;
  private final int number;
  private final Clock clock;
  private final Board board = new Board();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, LiveRow> rows = new LinkedHashMap<>();
  private final List<RowResult> finished = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private long lastNote;
  private boolean paused;
  private boolean settled;
  private boolean over;
  private @Nullable String stoppedBy;

  LiveRun(String caseId, int number, List<CertificationTest> tests, Clock clock) {
    this.caseId = caseId;
    this.number = number;
    this.clock = clock;
    tests.forEach(
        test -> rows.put(test.code(), new LiveRow(test.code(), test.title(), LiveRow.WAITING, "")));
    board.watch(this);
  }

  public String caseId() {
    return caseId;
  }

  public int number() {
    return number;
  }

  /** Where it asks people. */
  public Board board() {
    return board;
  }

  /** Its tests as they are now, in the order of the catalogue. */
  public List<LiveRow> rows() {
    return locked(() -> List.copyOf(rows.values()));
  }

  public boolean isPaused() {
    return locked(() -> paused);
  }

  /** Whether it has ended, in whatever way. */
  public boolean isOver() {
    return locked(() -> over);
  }

  /** Who stopped it; absent when nobody did. */
  @Nullable String stoppedBy() {
    lock.lock();
    try {
      return stoppedBy;
    } finally {
      lock.unlock();
    }
  }

  /** The results of the tests that came to one, in the order of their ends. */
  List<RowResult> finished() {
    return locked(() -> List.copyOf(finished));
  }

  /** Number of the latest note. */
  public long lastNote() {
    return locked(() -> lastNote);
  }

  /** The notes after a number, as far as they are still known. */
  public List<Note> notesAfter(long after) {
    return locked(() -> notes.stream().filter(each -> each.number() > after).toList());
  }

  /**
   * Waits for notes after a number.
   *
   * @return none when the time is over, or the run is
   */
  public List<Note> awaitNotes(long after, Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    lock.lockInterruptibly();
    try {
      while (lastNote <= after && !over && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
    return notesAfter(after);
  }

  /** No further test begins until it goes on. */
  void pause(String by) {
    locked(() -> paused = !settled && stoppedBy == null);
    note("Paused by " + by + "; the test that is under way ends first.");
  }

  void goOn(String by) {
    locked(() -> paused = false);
    note("Goes on, by " + by + ".");
  }

  /**
   * Has it stop.
   *
   * @return whether it can: what became of it is written down undisturbed
   */
  boolean stop(String by, Thread thread) {
    boolean stopped =
        locked(
            () -> {
              if (settled) {
                return false;
              }
              paused = false;
              stoppedBy = by;
              thread.interrupt();
              return true;
            });
    if (stopped) {
      note("Stopped by " + by + ".");
    }
    return stopped;
  }

  /**
   * Told by its own thread that its tests are over: from now on nobody stops it.
   *
   * @return whether somebody did before
   */
  boolean settle() {
    return locked(
        () -> {
          settled = true;
          Thread.interrupted();
          return stoppedBy != null;
        });
  }

  void end(String words) {
    board.leave("the run is over");
    note(words);
    locked(() -> over = true);
  }

  void note(String text) {
    locked(
        () -> {
          lastNote++;
          if (notes.size() == MOST_NOTES) {
            notes.removeFirst();
          }
          return notes.add(new Note(lastNote, clock.instant(), text));
        });
  }

  @Override
  public void rowStarted(String code, String title) {
    lock.lock();
    try {
      while (paused) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
    put(new LiveRow(code, title, LiveRow.RUNNING, ""));
    note(code + " " + title + ": begun");
  }

  @Override
  public void rowProgress(String code, String text, long done, long total) {
    String detail = total == 0 ? done + " " + text : "%d of %d %s".formatted(done, total, text);
    locked(
        () ->
            rows.computeIfPresent(
                code,
                (same, row) ->
                    row.state().equals(LiveRow.RUNNING)
                        ? new LiveRow(code, row.title(), LiveRow.RUNNING, detail)
                        : row));
  }

  @Override
  public void rowFinished(RowResult result) {
    String open =
        Rows.open(result).stream()
            .map(ExpectationResult::statement)
            .limit(3)
            .collect(Collectors.joining("\n"));
    put(new LiveRow(result.code(), result.title(), result.verdict().name(), open));
    locked(() -> finished.add(result));
    note(result.code() + " " + result.title() + ": " + words(result.verdict()));
  }

  @Override
  public void setAside(List<String> exchanges) {
    note(exchanges.size() + " messages belonged to no test; they were recorded and set aside.");
  }

  @Override
  public void posted(Board.Posted posted) {
    note(posted.instruction().code() + " asks: " + posted.instruction().title());
  }

  @Override
  public void closed(Board.Posted posted, String words) {
    note(posted.instruction().code() + " " + posted.instruction().title() + ": " + words);
  }

  private static String words(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void put(LiveRow row) {
    locked(() -> rows.put(row.code(), row));
  }

  private interface Work<T extends @Nullable Object> {
    T done();
  }

  /** Whoever waits is told of every change. */
  private <T extends @Nullable Object> T locked(Work<T> work) {
    lock.lock();
    try {
      T done = work.done();
      changed.signalAll();
      return done;
    } finally {
      lock.unlock();
    }
  }
}
