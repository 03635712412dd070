package channelcert.certification.attend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The instructions that wait for a person, in the order in which they were given. Rows put them up;
 * whoever shows them, the terminal or a page, watches, and replies in the person's name. Safe for
 * many threads.
 */
public final class Board {
  private static final String NOBODY = "";

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Integer, Waiting> waiting = new LinkedHashMap<>();
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
  private int posted;
  private @Nullable String left;

  /**
   * An instruction that waits.
   *
   * @param number by which it is replied to
   * @param until when it is given up
   */
  public record Posted(int number, Instruction instruction, Instant until) {}

  /** Is told of what happens; called without any lock held. */
  public interface Watcher {
    void posted(Posted instruction);

    /** It waits no longer; the words say what ended it. */
    void closed(Posted instruction, String words);
  }

  private record Waiting(Posted posted, BiConsumer<Reply, String> taken) {}

  /** From now on the watcher is told; of what waits already it is told at once. */
  public void watch(Watcher watcher) {
    watchers.add(watcher);
    waiting().forEach(watcher::posted);
  }

  /** What waits now, the oldest first. */
  public List<Posted> waiting() {
    lock.lock();
    try {
      return waiting.values().stream().map(Waiting::posted).toList();
    } finally {
      lock.unlock();
    }
  }

  /** Why nobody replies any more; absent while somebody may. */
  public @Nullable String left() {
    lock.lock();
    try {
      return left;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes a reply; the instruction waits no longer.
   *
   * @throws RefusedReply in one line, when the reply does not fit the form or nothing with that
   *     number waits; the instruction goes on waiting
   */
  public void reply(int number, Reply reply) throws RefusedReply {
    reply(number, reply, NOBODY);
  }

  /**
   * Takes a reply as {@link #reply(int, Reply)} does, and records whose it is.
   *
   * @param by name of the person; empty where nobody is known by name
   */
  public void reply(int number, Reply reply, String by) throws RefusedReply {
    Waiting found;
    lock.lock();
    try {
      found = waiting.get(number);
    } finally {
      lock.unlock();
    }
    if (found == null) {
      throw new RefusedReply("No instruction " + number + " waits any more.");
    }
    ReplyCheck.check(found.posted().instruction().form(), reply);
    if (remove(number)) {
      found.taken().accept(reply, by);
      tell(
          found.posted(),
          (reply instanceof Reply.Cannot ? "noted as not possible" : "noted")
              + (by.isEmpty() ? "" : ", said by " + by));
    }
  }

  /** Nobody will reply any more: what waits, and whatever follows, is given up at once. */
  public void leave(String reason) {
    List<Waiting> open;
    lock.lock();
    try {
      left = reason;
      open = new ArrayList<>(waiting.values());
      waiting.clear();
    } finally {
      lock.unlock();
    }
    for (Waiting each : open) {
      each.taken().accept(new Reply.Cannot(reason), NOBODY);
    }
  }

  /** Puts an instruction up; {@code taken} is called once, unless it is closed before. */
  int post(Instruction instruction, Instant until, BiConsumer<Reply, String> taken) {
    Posted added;
    String reason;
    lock.lock();
    try {
      posted++;
      added = new Posted(posted, instruction, until);
      reason = left;
      if (reason == null) {
        waiting.put(posted, new Waiting(added, taken));
      }
    } finally {
      lock.unlock();
    }
    if (reason == null) {
      watchers.forEach(watcher -> watcher.posted(added));
    } else {
      taken.accept(new Reply.Cannot(reason), NOBODY);
    }
    return added.number();
  }

  /** Takes an instruction away; answers whether it was still waiting. */
  boolean close(int number, String words) {
    Waiting found;
    lock.lock();
    try {
      found = waiting.remove(number);
    } finally {
      lock.unlock();
    }
    if (found != null) {
      tell(found.posted(), words);
    }
    return found != null;
  }

  private boolean remove(int number) {
    lock.lock();
    try {
      return waiting.remove(number) != null;
    } finally {
      lock.unlock();
    }
  }

  private void tell(Posted instruction, String words) {
    watchers.forEach(watcher -> watcher.closed(instruction, words));
  }
}
