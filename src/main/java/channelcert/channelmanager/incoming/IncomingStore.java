package channelcert.channelmanager.incoming;

import static channelcert.store.channelmanager.Tables.CONNECTION;
import static channelcert.store.channelmanager.Tables.INCOMING_MESSAGE;

import channelcert.channelmanager.mapping.Refusal;
import channelcert.channelmanager.mapping.RefusalCode;
import channelcert.http.Json;
import channelcert.store.Database;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Takes bookings from Mews, each message once, one after the other for each connection. */
public final class IncomingStore {
  private final Database database;
  private final IncomingGroupStore groups = new IncomingGroupStore();

  public IncomingStore(Database database) {
    this.database = database;
  }

  /**
   * Stores a message and queues its confirmation. A repetition gets the answer of the first time,
   * and another confirmation, because Mews may have missed the first.
   *
   * @return the refusals; none when it is taken
   */
  List<Refusal> take(long connectionId, GroupMessage message, Instant now) {
    return database.transact(
        dsl -> {
          dsl.selectFrom(CONNECTION).where(CONNECTION.ID.eq(connectionId)).forUpdate().fetch();
          Optional<List<Refusal>> answered = answer(dsl, connectionId, message.messageId());
          if (answered.isPresent()) {
            if (answered.get().isEmpty()) {
              GroupConfirmationStore.repeat(dsl, connectionId, message, now);
            }
            return answered.get();
          }
          List<Refusal> refusals = store(dsl, connectionId, message, now);
          dsl.insertInto(INCOMING_MESSAGE)
              .values(connectionId, message.messageId(), now, write(refusals))
              .execute();
          return refusals;
        });
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
    GroupConfirmationStore.queue(dsl, connectionId, message, stored, now);
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

  private static Optional<List<Refusal>> answer(
      DSLContext dsl, long connectionId, String messageId) {
    return dsl.selectFrom(INCOMING_MESSAGE)
        .where(INCOMING_MESSAGE.CONNECTION_ID.eq(connectionId))
        .and(INCOMING_MESSAGE.MESSAGE_ID.eq(messageId))
        .fetchOptional(row -> read(row.getRefusals()));
  }

  private static @Nullable String write(List<Refusal> refusals) {
    try {
      return refusals.isEmpty() ? null : Json.mapper().writeValueAsString(refusals);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("refusals are not writable as JSON", impossible);
    }
  }

  private static List<Refusal> read(@Nullable String json) {
    try {
      return json == null
          ? List.of()
          : Json.mapper().readValue(json, new TypeReference<List<Refusal>>() {});
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("stored refusals are not readable", impossible);
    }
  }
}
