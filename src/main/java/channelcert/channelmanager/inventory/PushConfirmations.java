package channelcert.channelmanager.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Confirms pushes that were only accepted at first: each until Mews has answered, again after
 * faults of the transport and after code 1.
 */
public final class PushConfirmations {
  private static final int MAX_ATTEMPTS = 30;
  private static final int MAX_DOUBLINGS = 8;

  private final PushConfirmationStore store;
  private final PushConfirmationSender sender;
  private final Clock clock;
  private final Duration retry;
  private final Duration lease;

  /**
   * Wires the work.
   *
   * @param retry pause after a first failed attempt; it doubles with each further one
   * @param lease how long an attempt may take before another node tries
   */
  public PushConfirmations(
      PushConfirmationStore store,
      PushConfirmationSender sender,
      Clock clock,
      Duration retry,
      Duration lease) {
    this.store = store;
    this.sender = sender;
    this.clock = clock;
    this.retry = retry;
    this.lease = lease;
  }

  /** Makes one attempt with everything that is due; answers whether there was any. */
  public boolean tick() {
    boolean worked = false;
    for (PushConfirmation confirmation : store.due(clock.instant())) {
      if (store.claim(confirmation, clock.instant().plus(lease))) {
        deliver(confirmation);
        worked = true;
      }
    }
    return worked;
  }

  /** Forgets what nobody will ask about any more. */
  public void forgetBefore(Instant time) {
    store.forgetBefore(time);
  }

  private void deliver(PushConfirmation confirmation) {
    int attempt = confirmation.attempts() + 1;
    if (sender.send(confirmation) || attempt >= MAX_ATTEMPTS) {
      store.next(confirmation, null);
    } else {
      long factor = 1L << Math.min(attempt - 1, MAX_DOUBLINGS);
      store.next(confirmation, clock.instant().plus(retry.multipliedBy(factor)));
    }
  }
}
