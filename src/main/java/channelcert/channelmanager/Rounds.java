package channelcert.channelmanager;

import channelcert.channelmanager.incoming.ConfirmationSender;
import channelcert.channelmanager.inventory.PushConfirmations;
import channelcert.channelmanager.mapping.ConnectionSetup;
import channelcert.channelmanager.push.MessageStore;
import channelcert.channelmanager.reservation.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** What the worker does in one round. */
final class Rounds {
  private static final Duration REMEMBERED = Duration.ofDays(7);
  private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

  private final Outbox outbox;
  private final ConfirmationSender groupConfirmations;
  private final ConnectionSetup setup;
  private final MessageStore messages;
  private final PushConfirmations confirmations;
  private final Clock clock;
  private final AtomicReference<Instant> nextCleaning;

  Rounds(
      Outbox outbox,
      ConfirmationSender groupConfirmations,
      ConnectionSetup setup,
      MessageStore messages,
      PushConfirmations confirmations,
      Clock clock) {
    this.outbox = outbox;
    this.groupConfirmations = groupConfirmations;
    this.setup = setup;
    this.messages = messages;
    this.confirmations = confirmations;
    this.clock = clock;
    this.nextCleaning = new AtomicReference<>(clock.instant().plus(BETWEEN_CLEANINGS));
  }

  /** One round; answers whether there was work. */
  boolean tick() {
    boolean sent = outbox.tick();
    boolean confirmed = confirmations.tick();
    boolean groupsConfirmed = groupConfirmations.tick();
    boolean fetched = setup.refreshDue();
    boolean cleaned = clean();
    return sent || confirmed || groupsConfirmed || fetched || cleaned;
  }

  /** Answers to pushes are kept for a week: nobody repeats a push for longer than that. */
  private boolean clean() {
    Instant now = clock.instant();
    Instant due = nextCleaning.get();
    if (!now.isAfter(due) || !nextCleaning.compareAndSet(due, now.plus(BETWEEN_CLEANINGS))) {
      return false;
    }
    confirmations.forgetBefore(now.minus(REMEMBERED));
    return messages.forgetBefore(now.minus(REMEMBERED));
  }
}
