package channelcert.mews.misbehaviour;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The rules in force, in the order in which they were set; those of one operation are used up one
 * after the other. Held in memory only. Safe for many threads.
 */
public final class Misbehaviour {
  private final List<Entry> entries = new ArrayList<>();
  private int lastId;

  /**
   * A rule with its use.
   *
   * @param id number of the rule, for forgetting it
   * @param applied how often it was applied
   */
  public record Used(int id, Rule rule, int applied) {}

  private static final class Entry {
    private final int id;
    private final Rule rule;
    private int applied;

    Entry(int id, Rule rule) {
      this.id = id;
      this.rule = rule;
    }

    boolean isFor(Towards towards, String operation) {
      Integer count = rule.count();
      return rule.towards() == towards
          && rule.operation().equals(operation)
          && (count == null || applied < count);
    }
  }

  /** Adds a rule behind the others. */
  public synchronized void add(Rule rule) {
    lastId++;
    entries.add(new Entry(lastId, rule));
  }

  /** Every rule that was not forgotten, used up or not. */
  public synchronized List<Used> rules() {
    return entries.stream().map(entry -> new Used(entry.id, entry.rule, entry.applied)).toList();
  }

  /** Forgets a rule; answers whether there was one with the number. */
  public synchronized boolean forget(int id) {
    return entries.removeIf(entry -> entry.id == id);
  }

  /** Forgets every rule. */
  public synchronized void forgetAll() {
    entries.clear();
  }

  /** Takes one use of the first rule that is left for the call. */
  synchronized Optional<Rule> next(Towards towards, String operation) {
    Optional<Entry> found =
        entries.stream().filter(entry -> entry.isFor(towards, operation)).findFirst();
    found.ifPresent(entry -> entry.applied++);
    return found.map(entry -> entry.rule);
  }

  /** Waits, unless the thread is told to stop. */
  static void pause(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    long left = time.toNanos();
    while (left > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(left);
      left = end - System.nanoTime();
    }
  }
}
