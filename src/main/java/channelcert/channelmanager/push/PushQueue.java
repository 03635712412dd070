package channelcert.channelmanager.push;

import channelcert.channelmanager.push.Push.Lane;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets pushes that wait at the same time share a transaction. No thread of its own: of those that
 * wait, one commits for all. Pushes of a lane are committed in order of arrival, and a large one
 * never makes those of other lanes wait.
 */
final class PushQueue {
  /** Pushes of one transaction. */
  private static final int MOST = 128;

  /** A push that touches more rows than this has a transaction of its own. */
  private static final int SMALL = 48;

  /** Transactions at a time, and how many of them may be large: one always stays for the small. */
  private static final int LEADERS = 4;

  private static final int LARGE_LEADERS = 3;

  private final PushStore store;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Lane, Integer> busy = new HashMap<>();
  private List<Waiting> waiting = new ArrayList<>();
  private int leaders;
  private int smallLeaders;
  private int largeLeaders;

  PushQueue(PushStore store) {
    this.store = store;
  }

  /** One caller. Everything in it is guarded by the lock. */
  private static final class Waiting {
    final Push push;
    final Lane lane;
    final boolean large;
    final Condition changed;
    List<Waiting> batch = List.of();
    @Nullable Taken taken;
    @Nullable RuntimeException failure;

    Waiting(Push push, Condition changed) {
      this.push = push;
      this.lane = push.lane();
      this.large = push.changes().rows() > SMALL;
      this.changed = changed;
    }
  }

  /** Commits the push; durable when this returns. */
  Taken commit(Push push) {
    Waiting own = new Waiting(push, lock.newCondition());
    lock.lock();
    try {
      waiting.add(own);
      appoint();
      while (true) {
        if (!own.batch.isEmpty()) {
          lead(own);
        } else if (own.failure != null) {
          throw own.failure;
        } else if (own.taken != null) {
          return own.taken;
        } else {
          own.changed.awaitUninterruptibly();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Makes callers commit what can be committed now. */
  private void appoint() {
    while (leaders < LEADERS) {
      List<Waiting> batch = next();
      if (batch.isEmpty()) {
        return;
      }
      Waiting leader = batch.getFirst();
      leaders++;
      if (leader.large) {
        largeLeaders++;
      } else {
        smallLeaders++;
      }
      batch.forEach(each -> busy.merge(each.lane, 1, Integer::sum));
      leader.batch = batch;
      leader.changed.signal();
    }
  }

  /** The oldest that can go together; none that would overtake another one of its lane. */
  private List<Waiting> next() {
    List<Waiting> batch = new ArrayList<>();
    List<Waiting> rest = new ArrayList<>();
    Set<Lane> closed = new HashSet<>(busy.keySet());
    for (Waiting each : waiting) {
      if (!closed.contains(each.lane) && fits(each, batch)) {
        batch.add(each);
      } else {
        closed.add(each.lane);
        rest.add(each);
      }
    }
    waiting = rest;
    return batch;
  }

  private boolean fits(Waiting each, List<Waiting> batch) {
    if (each.large) {
      return batch.isEmpty() && largeLeaders < LARGE_LEADERS;
    }
    return batch.isEmpty() ? smallLeaders == 0 : !batch.getFirst().large && batch.size() < MOST;
  }

  /** Commits a batch without the lock. */
  private void lead(Waiting leader) {
    List<Waiting> batch = leader.batch;
    leader.batch = List.of();
    Map<Push, Taken> answers = commit(batch);
    List<Waiting> left = new ArrayList<>();
    for (Waiting each : batch) {
      Taken taken = answers.get(each.push);
      if (taken == null && each.failure == null) {
        left.add(each);
      } else {
        finish(each, taken, each.failure);
      }
    }
    leaders--;
    if (leader.large) {
      largeLeaders--;
    } else {
      smallLeaders--;
    }
    appoint();
    left.forEach(this::commitAlone);
  }

  private Map<Push, Taken> commit(List<Waiting> batch) {
    lock.unlock();
    @Nullable RuntimeException failure = null;
    Map<Push, Taken> answers = Map.of();
    try {
      answers = store.commit(batch.stream().map(each -> each.push).toList());
    } catch (RuntimeException fault) {
      failure = fault;
    } catch (Error fault) {
      failure = new IllegalStateException(fault);
    } finally {
      lock.lock();
    }
    if (failure != null && batch.size() == 1) {
      batch.getFirst().failure = failure;
    }
    return answers;
  }

  /**
   * Commits what another node held up, or what was in one transaction with a push that failed: the
   * failure of one must not be that of others.
   */
  private void commitAlone(Waiting each) {
    lock.unlock();
    @Nullable Taken taken = null;
    @Nullable RuntimeException failure = null;
    try {
      taken = store.commitAlone(each.push);
    } catch (RuntimeException fault) {
      failure = fault;
    } catch (Error fault) {
      failure = new IllegalStateException(fault);
    } finally {
      lock.lock();
    }
    finish(each, taken, failure);
    appoint();
  }

  private void finish(Waiting each, @Nullable Taken taken, @Nullable RuntimeException failure) {
    each.taken = taken;
    each.failure = failure;
    busy.computeIfPresent(each.lane, (lane, count) -> count == 1 ? null : count - 1);
    each.changed.signal();
  }
}
