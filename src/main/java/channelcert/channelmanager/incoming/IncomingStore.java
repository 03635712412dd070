package channelcert.channelmanager.incoming;

import channelcert.channelmanager.mapping.Refusal;
import channelcert.channelmanager.mapping.RefusalCode;
import channelcert.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Takes bookings from Mews. */
public final class IncomingStore {
  private final Database database;
  private final ReceivedStore received;
  private final IncomingGroupStore groups = new IncomingGroupStore();

  public IncomingStore(Database database) {
    this.database = database;
    this.received = new ReceivedStore(database);
  }

  /**
   * Stores a message and queues its confirmation.
   *
   * @return the refusals; none when it is taken
   */
  List<Refusal> take(long connectionId, GroupMessage message, Instant now) {
    return received.take(
        connectionId, message.received(), now, dsl -> store(dsl, connectionId, message, now));
  }

  private List<Refusal> store(
      DSLContext dsl, long connectionId, GroupMessage message, Instant now) {
    Optional<StoredGroup> known = groups.find(dsl, connectionId, message);
    if (known.isEmpty() && isUnknown(message)) {
      return List.of(
          Refusal.of(
              RefusalCode.RESERVATION_NOT_FOUND,
              "Booking "
                  + message.reference()
                  + " is not known here, neither by its code nor by the numbers of its"
                  + " reservations; do not send the message again."));
    }
    StoredGroup stored = groups.store(dsl, connectionId, known, message);
    ConfirmationStore.queue(
        dsl,
        connectionId,
        message.received(),
        stored.reference(),
        IncomingMapper.confirmation(message.messageId(), stored),
        now);
    return List.of();
  }

  /** Only a booking without our code can be new, and only one that is not cancelled. */
  private static boolean isUnknown(GroupMessage message) {
    return message.reference() != null
        || message.reservations().stream().allMatch(GroupMessage.Line::cancelled);
  }

  /** Bookings of Mews with what it sent last, by our references. */
  public List<StoredGroup> list(long connectionId) {
    return groups.list(database.dsl(), connectionId);
  }

  /** What Mews sent last about a booking, by our reference; empty when it sent nothing. */
  public Optional<StoredGroup> find(long connectionId, String reference) {
    return groups.sent(database.dsl(), connectionId, reference);
  }
}
