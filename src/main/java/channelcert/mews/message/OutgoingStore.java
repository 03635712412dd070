package channelcert.mews.message;

import static channelcert.store.mews.Tables.CONNECTION;
import static channelcert.store.mews.Tables.CONNECTION_ENDPOINT;
import static channelcert.store.mews.Tables.OUTGOING_GROUP;
import static channelcert.store.mews.Tables.OUTGOING_GROUP_ATTEMPT;

import channelcert.mews.inventory.RefusalStore;
import channelcert.mews.message.Outgoing.State;
import channelcert.mews.property.NoticeStore;
import channelcert.store.Database;
import channelcert.store.mews.tables.OutgoingGroup;
import channelcert.store.mews.tables.records.OutgoingGroupRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Messages about bookings and blocks on their way to channel managers. Every change after an
 * attempt is made on condition that no other process has made a later attempt.
 */
public final class OutgoingStore {
  private static final int AT_ONCE = 100;
  private static final int LONGEST_PROBLEM = 2000;
  private static final List<String> OPEN = List.of(State.WAITING.name(), State.ACCEPTED.name());

  private final Database database;

  public OutgoingStore(Database database) {
    this.database = database;
  }

  /** Queues a message for every channel manager that is told. */
  public void queue(DSLContext transaction, NewOutgoing message, Instant now) {
    for (String connection : addressees(transaction, message)) {
      transaction
          .insertInto(OUTGOING_GROUP)
          .set(OUTGOING_GROUP.CONNECTION_TOKEN, connection)
          .set(OUTGOING_GROUP.PROPERTY_ID, message.propertyId())
          .set(OUTGOING_GROUP.OPERATION, message.operation())
          .set(OUTGOING_GROUP.GROUP_ID, message.subject())
          .set(OUTGOING_GROUP.CONTENT, message.content())
          .set(OUTGOING_GROUP.STATE, State.WAITING.name())
          .set(OUTGOING_GROUP.FRESH_ID, true)
          .set(OUTGOING_GROUP.ATTEMPTS, 0)
          .set(OUTGOING_GROUP.DUE_AT, now)
          .execute();
    }
  }

  private static List<String> addressees(DSLContext transaction, NewOutgoing message) {
    String only = message.only();
    String except = message.except();
    return transaction
        .select(CONNECTION.TOKEN)
        .from(CONNECTION)
        .join(CONNECTION_ENDPOINT)
        .on(CONNECTION_ENDPOINT.CONNECTION_TOKEN.eq(CONNECTION.TOKEN))
        .and(CONNECTION_ENDPOINT.OPERATION.eq(message.operation()))
        .where(CONNECTION.PROPERTY_ID.eq(message.propertyId()))
        .and(CONNECTION.ACTIVE.isTrue())
        .and(only == null ? DSL.noCondition() : CONNECTION.TOKEN.eq(only))
        .and(except == null ? DSL.noCondition() : CONNECTION.TOKEN.ne(except))
        .orderBy(CONNECTION.TOKEN)
        .fetch(CONNECTION.TOKEN);
  }

  /** Messages whose time has come, of each booking or block only the first that is not finished. */
  List<Outgoing> due(Instant now) {
    OutgoingGroup earlier = OUTGOING_GROUP.as("earlier");
    return database
        .dsl()
        .selectFrom(OUTGOING_GROUP)
        .where(OUTGOING_GROUP.STATE.in(OPEN))
        .and(OUTGOING_GROUP.DUE_AT.le(now))
        .andNotExists(
            DSL.selectOne()
                .from(earlier)
                .where(earlier.STATE.in(OPEN))
                .and(earlier.CONNECTION_TOKEN.eq(OUTGOING_GROUP.CONNECTION_TOKEN))
                .and(earlier.GROUP_ID.eq(OUTGOING_GROUP.GROUP_ID))
                .and(earlier.ID.lt(OUTGOING_GROUP.ID)))
        .orderBy(OUTGOING_GROUP.DUE_AT, OUTGOING_GROUP.ID)
        .limit(AT_ONCE)
        .fetch(OutgoingStore::outgoing);
  }

  /**
   * Takes a message for one attempt under a message id.
   *
   * @param until when another process may try it, should this one vanish
   * @return the message as it is sent, empty when somebody else was faster
   */
  Optional<Outgoing> claim(Outgoing message, String messageId, Instant until) {
    return database.transact(
        transaction -> {
          int taken =
              transaction
                  .update(OUTGOING_GROUP)
                  .set(OUTGOING_GROUP.ATTEMPTS, message.attempts() + 1)
                  .set(OUTGOING_GROUP.MESSAGE_ID, messageId)
                  .set(OUTGOING_GROUP.FRESH_ID, false)
                  .set(OUTGOING_GROUP.DUE_AT, until)
                  .where(same(message))
                  .and(OUTGOING_GROUP.STATE.eq(State.WAITING.name()))
                  .execute();
          if (taken == 0) {
            return Optional.empty();
          }
          transaction
              .insertInto(OUTGOING_GROUP_ATTEMPT)
              .values(message.connectionToken(), messageId, message.id())
              .onConflictDoNothing()
              .execute();
          return read(transaction, message.connectionToken(), message.id());
        });
  }

  /** The channel manager took the message, and has until then to confirm it. */
  void accepted(Outgoing message, Instant deadline) {
    database
        .dsl()
        .update(OUTGOING_GROUP)
        .set(OUTGOING_GROUP.STATE, State.ACCEPTED.name())
        .set(OUTGOING_GROUP.FRESH_ID, true)
        .set(OUTGOING_GROUP.DUE_AT, deadline)
        .where(same(message))
        .and(OUTGOING_GROUP.STATE.eq(State.WAITING.name()))
        .execute();
  }

  /** The message has to be sent again; under a new id when the channel manager had taken it. */
  void postpone(Outgoing message, Instant dueAt, String problem) {
    postpone(database.dsl(), message, dueAt, problem);
  }

  static void postpone(DSLContext dsl, Outgoing message, Instant dueAt, String problem) {
    dsl.update(OUTGOING_GROUP)
        .set(OUTGOING_GROUP.STATE, State.WAITING.name())
        .set(OUTGOING_GROUP.DUE_AT, dueAt)
        .set(OUTGOING_GROUP.LAST_PROBLEM, shortened(problem))
        .where(same(message))
        .and(OUTGOING_GROUP.STATE.in(OPEN))
        .execute();
  }

  /** Notes that the next attempt is a new message. */
  static void renew(DSLContext transaction, Outgoing message) {
    transaction
        .update(OUTGOING_GROUP)
        .set(OUTGOING_GROUP.FRESH_ID, true)
        .where(same(message))
        .execute();
  }

  /** The message is finished. */
  static void finish(DSLContext dsl, Outgoing message, State state) {
    dsl.update(OUTGOING_GROUP)
        .set(OUTGOING_GROUP.STATE, state.name())
        .where(same(message))
        .and(OUTGOING_GROUP.STATE.in(OPEN))
        .execute();
  }

  void needless(Outgoing message) {
    finish(database.dsl(), message, State.NEEDLESS);
  }

  /**
   * The channel manager will never take the message as it is: what it refused is excluded from the
   * connection, what is left goes out as a new message, and the property is told why.
   *
   * @param rest content that is left, if any
   */
  void refuse(Outgoing message, OutgoingFailure failure, Optional<String> rest, Instant now) {
    database.run(transaction -> refuse(transaction, message, failure, rest, now));
  }

  static void refuse(
      DSLContext transaction,
      Outgoing message,
      OutgoingFailure failure,
      Optional<String> rest,
      Instant now) {
    RefusalStore.exclude(transaction, message.connectionToken(), failure.refusals(), now);
    if (rest.isPresent()) {
      transaction
          .update(OUTGOING_GROUP)
          .set(OUTGOING_GROUP.CONTENT, rest.get())
          .where(same(message))
          .execute();
      renew(transaction, message);
      postpone(transaction, message, now, failure.reason());
      tell(transaction, message, failure, now, "is sent again without what was refused: ");
      return;
    }
    finish(transaction, message, State.REFUSED);
    transaction
        .update(OUTGOING_GROUP)
        .set(OUTGOING_GROUP.LAST_PROBLEM, shortened(failure.reason()))
        .where(same(message))
        .execute();
    tell(transaction, message, failure, now, "was refused and is not sent again: ");
  }

  /** Keeps the message until somebody has mended something, and says so once. */
  void hold(Outgoing message, OutgoingFailure failure, Instant dueAt, Instant now) {
    database.run(transaction -> hold(transaction, message, failure, dueAt, now));
  }

  static void hold(
      DSLContext transaction,
      Outgoing message,
      OutgoingFailure failure,
      Instant dueAt,
      Instant now) {
    postpone(transaction, message, dueAt, failure.reason());
    if (!failure.reason().equals(message.lastProblem())) {
      tell(transaction, message, failure, now, "waits until this is mended: ");
    }
  }

  private static void tell(
      DSLContext transaction, Outgoing message, OutgoingFailure failure, Instant now, String what) {
    new NoticeStore(transaction)
        .tellProperty(
            message.connectionToken(),
            now,
            failure.code(),
            "The channel manager does not have "
                + message.named()
                + " as it is: the message "
                + what
                + failure.reason());
  }

  /** The message of an attempt, locked; empty when there was no such attempt. */
  static Optional<Outgoing> attempted(
      DSLContext transaction, String operation, String connectionToken, String messageId) {
    return transaction
        .selectFrom(OUTGOING_GROUP_ATTEMPT)
        .where(OUTGOING_GROUP_ATTEMPT.CONNECTION_TOKEN.eq(connectionToken))
        .and(OUTGOING_GROUP_ATTEMPT.MESSAGE_ID.eq(messageId))
        .fetchOptional(OUTGOING_GROUP_ATTEMPT.OUTGOING_ID)
        .flatMap(id -> read(transaction, connectionToken, id))
        .filter(message -> message.operation().equals(operation));
  }

  /** What a message was about that was sent under the id; empty when none of the operation was. */
  public Optional<String> subject(String connectionToken, String operation, String messageId) {
    return database.transact(
        transaction ->
            attempted(transaction, operation, connectionToken, messageId).map(Outgoing::subject));
  }

  /** What the channel manager calls the subject of a message. */
  CodeStore.Codes codes(Outgoing message) {
    return new CodeStore(database.dsl()).codes(message.connectionToken(), message.subject());
  }

  /** Everything that was queued about a booking or block. */
  public List<Outgoing> about(String propertyId, String subject) {
    return database
        .dsl()
        .selectFrom(OUTGOING_GROUP)
        .where(OUTGOING_GROUP.GROUP_ID.eq(subject).and(OUTGOING_GROUP.PROPERTY_ID.eq(propertyId)))
        .orderBy(OUTGOING_GROUP.CONNECTION_TOKEN, OUTGOING_GROUP.ID)
        .fetch(OutgoingStore::outgoing);
  }

  private static Optional<Outgoing> read(DSLContext transaction, String connectionToken, long id) {
    return transaction
        .selectFrom(OUTGOING_GROUP)
        .where(OUTGOING_GROUP.CONNECTION_TOKEN.eq(connectionToken).and(OUTGOING_GROUP.ID.eq(id)))
        .forUpdate()
        .fetchOptional(OutgoingStore::outgoing);
  }

  private static Condition same(Outgoing message) {
    return OUTGOING_GROUP
        .CONNECTION_TOKEN
        .eq(message.connectionToken())
        .and(OUTGOING_GROUP.ID.eq(message.id()))
        .and(OUTGOING_GROUP.ATTEMPTS.eq(message.attempts()));
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST_PROBLEM));
  }

  private static Outgoing outgoing(OutgoingGroupRecord row) {
    return new Outgoing(
        row.getId(),
        row.getConnectionToken(),
        row.getOperation(),
        row.getGroupId(),
        row.getContent(),
        State.valueOf(row.getState()),
        row.getMessageId(),
        row.getFreshId(),
        row.getAttempts(),
        row.getDueAt(),
        row.getLastProblem());
  }
}
