package channelcert.certification.run;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.record.PlayedRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets rows act in turn, in the published order as far as nothing keeps them back. A row begins
 * when those on which it builds are done and none that is under way uses what it needs for itself.
 * As long as no row waits for a person, each one is finished before the next begins.
 */
final class RowSchedule {
  private final Turn turn;
  private final Player player;
  private final List<CertificationTest> waiting;
  private final List<CertificationTest> rows;
  private final Map<CertificationTest, Thread> running = new LinkedHashMap<>();
  private final Map<String, PlayedRow> done = new LinkedHashMap<>();
  private @Nullable Throwable broken;

  /** Plays one row. */
  @FunctionalInterface
  interface Player {
    /**
     * Plays.
     *
     * @param before the rows that are done, by id
     */
    PlayedRow play(CertificationTest row, Map<String, PlayedRow> before)
        throws InterruptedException;
  }

  RowSchedule(List<CertificationTest> rows, Turn turn, Player player) {
    this.rows = rows;
    this.waiting = new ArrayList<>(rows);
    this.turn = turn;
    this.player = player;
  }

  /**
   * Plays all rows; answers them in the published order.
   *
   * @throws InterruptedException when the thread is interrupted; rows under way are stopped then
   */
  List<PlayedRow> play() throws InterruptedException {
    try {
      while (isUnderWay()) {
        turn.take();
        int before = finished();
        Optional<CertificationTest> next = next();
        if (next.isPresent()) {
          start(next.get());
        } else {
          turn.leave();
          awaitMoreThan(before);
        }
      }
    } finally {
      stop();
    }
    return rows.stream().map(row -> done.get(row.id())).toList();
  }

  private synchronized boolean isUnderWay() {
    if (broken != null) {
      throw new IllegalStateException("a row could not be played", broken);
    }
    return !waiting.isEmpty() || !running.isEmpty();
  }

  private synchronized int finished() {
    return done.size();
  }

  private synchronized void awaitMoreThan(int before) throws InterruptedException {
    while (done.size() <= before && !running.isEmpty() && broken == null) {
      wait();
    }
  }

  private synchronized Optional<CertificationTest> next() {
    return waiting.stream()
        .filter(
            row ->
                Stream.concat(waiting.stream(), running.keySet().stream())
                    .noneMatch(other -> row.buildsOn().contains(other.id())))
        .filter(row -> running.keySet().stream().noneMatch(row::isKeptBackBy))
        .findFirst();
  }

  /** The new thread has the turn that this one took. */
  private synchronized void start(CertificationTest row) {
    waiting.remove(row);
    Map<String, PlayedRow> before = Map.copyOf(done);
    running.put(row, Thread.ofVirtual().name(row.code()).start(() -> run(row, before)));
  }

  private void run(CertificationTest row, Map<String, PlayedRow> before) {
    PlayedRow played = null;
    Throwable thrown = null;
    try {
      played = player.play(row, before);
    } catch (InterruptedException | RuntimeException | Error e) {
      thrown = e;
    } finally {
      ended(row, played, thrown);
      turn.leave();
    }
  }

  private synchronized void ended(
      CertificationTest row, @Nullable PlayedRow played, @Nullable Throwable thrown) {
    running.remove(row);
    if (played == null) {
      broken = thrown;
    } else {
      done.put(row.id(), played);
    }
    notifyAll();
  }

  private void stop() throws InterruptedException {
    List<Thread> left;
    synchronized (this) {
      left = running.values().stream().collect(Collectors.toList());
    }
    left.forEach(Thread::interrupt);
    for (Thread each : left) {
      each.join();
    }
  }
}
