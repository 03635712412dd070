package channelcert.mews.reservation.outgoing;

import channelcert.mews.inventory.Retries;
import channelcert.mews.reservation.outgoing.Outgoing.State;
import channelcert.store.Database;
import java.time.Clock;
import java.time.Instant;
import org.jooq.DSLContext;

/** Stores what channel managers report about bookings, the first report of each message. */
final class GroupConfirmationStore {
  private final Database database;
  private final Retries retries;
  private final Clock clock;

  GroupConfirmationStore(Database database, Retries retries, Clock clock) {
    this.database = database;
    this.retries = retries;
    this.clock = clock;
  }

  /** What a report was about. */
  enum Found {
    /** A message that was sent. */
    MESSAGE,
    /** Nothing that was ever sent on the connection. */
    NOTHING
  }

  /** The channel manager has the booking, under its codes. */
  Found delivered(String connectionToken, String messageId, GroupCodeStore.Codes codes) {
    return report(
        connectionToken,
        messageId,
        (transaction, message) -> {
          new GroupCodeStore(transaction).keep(connectionToken, message.groupId(), codes);
          OutgoingStore.finish(transaction, message, State.DELIVERED);
        });
  }

  /** The channel manager could not process what it had taken. */
  Found failed(String connectionToken, String messageId, GroupFailure failure) {
    Instant now = clock.instant();
    return report(
        connectionToken,
        messageId,
        (transaction, message) -> {
          OutgoingStore.renew(transaction, message);
          switch (failure.reaction()) {
            case RETRY ->
                OutgoingStore.postpone(
                    transaction,
                    message,
                    now.plus(retries.afterFailure(Math.max(1, message.attempts()))),
                    failure.reason());
            case HOLD ->
                OutgoingStore.hold(
                    transaction, message, failure, now.plus(retries.afterRefusal()), now);
            case GIVE_UP -> OutgoingStore.refuse(transaction, message, failure, now);
          }
        });
  }

  /** What to do with a message that is reported on. */
  @FunctionalInterface
  private interface Effect {
    void apply(DSLContext transaction, Outgoing message);
  }

  /** A report that was made before, or about an attempt after which there was another, is noted. */
  private Found report(String connectionToken, String messageId, Effect effect) {
    return database.transact(
        transaction ->
            OutgoingStore.attempted(transaction, connectionToken, messageId)
                .map(
                    message -> {
                      if (isOpen(message) && messageId.equals(message.messageId())) {
                        effect.apply(transaction, message);
                      }
                      return Found.MESSAGE;
                    })
                .orElse(Found.NOTHING));
  }

  private static boolean isOpen(Outgoing message) {
    return message.state() == State.WAITING || message.state() == State.ACCEPTED;
  }
}
