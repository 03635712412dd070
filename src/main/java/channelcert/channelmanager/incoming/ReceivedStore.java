package channelcert.channelmanager.incoming;

import static channelcert.store.channelmanager.Tables.CONNECTION;
import static channelcert.store.channelmanager.Tables.INCOMING_MESSAGE;

import channelcert.channelmanager.mapping.Refusal;
import channelcert.http.Json;
import channelcert.store.Database;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Takes each message of Mews once, one after the other for each connection. */
public final class ReceivedStore {
  private final Database database;

  public ReceivedStore(Database database) {
    this.database = database;
  }

  /**
   * Takes a message. A repetition gets the answer of the first time, and another confirmation,
   * because Mews may have missed the first.
   *
   * @param storing stores the message and queues its confirmation; answers the refusals
   * @return the refusals; none when it is taken
   */
  public List<Refusal> take(
      long connectionId,
      Received message,
      Instant now,
      Function<DSLContext, List<Refusal>> storing) {
    return database.transact(
        dsl -> {
          dsl.selectFrom(CONNECTION).where(CONNECTION.ID.eq(connectionId)).forUpdate().fetch();
          Optional<List<Refusal>> answered = answer(dsl, connectionId, message.messageId());
          if (answered.isPresent()) {
            if (answered.get().isEmpty()) {
              ConfirmationStore.repeat(dsl, connectionId, message, now);
            }
            return answered.get();
          }
          List<Refusal> refusals = storing.apply(dsl);
          dsl.insertInto(INCOMING_MESSAGE)
              .set(INCOMING_MESSAGE.CONNECTION_ID, connectionId)
              .set(INCOMING_MESSAGE.MESSAGE_ID, message.messageId())
              .set(INCOMING_MESSAGE.RECEIVED_AT, now)
              .set(INCOMING_MESSAGE.REFUSALS, write(refusals))
              .execute();
          return refusals;
        });
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
