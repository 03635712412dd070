package channelcert.mews.message;

import channelcert.mews.inventory.Retries;
import channelcert.mews.message.Outgoing.State;
import channelcert.store.Database;
import java.time.Clock;
import java.time.Instant;
import org.jooq.DSLContext;

/** Stores what channel managers report about the messages of one operation, each report once. */
public final class OutgoingConfirmationStore {
  private final Database database;
  private final OutgoingSender sender;
  private final Retries retries;
  private final Clock clock;

  /**
   * Makes the store.
   *
   * @param sender of the operation
   */
  public OutgoingConfirmationStore(
      Database database, OutgoingSender sender, Retries retries, Clock clock) {
    this.database = database;
    this.sender = sender;
    this.retries = retries;
    this.clock = clock;
  }

  /** What a report was about. */
  public enum Found {
    /** A message that was sent. */
    MESSAGE,
    /** Nothing that was ever sent on the connection. */
    NOTHING
  }

  /** The channel manager has processed the message, under its codes. */
  public Found delivered(String connectionToken, String messageId, CodeStore.Codes codes) {
    return report(
        connectionToken,
        messageId,
        (transaction, message) -> {
          new CodeStore(transaction).keep(connectionToken, message.subject(), codes);
          OutgoingStore.finish(transaction, message, State.DELIVERED);
        });
  }

  /** The channel manager could not process what it had taken. */
  public Found failed(String connectionToken, String messageId, OutgoingFailure failure) {
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
            case GIVE_UP ->
                OutgoingStore.refuse(
                    transaction,
                    message,
                    failure,
                    sender.rest(message.content(), failure.refusals()),
                    now);
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
            OutgoingStore.attempted(transaction, sender.operation(), connectionToken, messageId)
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
