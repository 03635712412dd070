package channelcert.mews.inventory;

import static channelcert.store.mews.Tables.PENDING_NIGHTS;
import static channelcert.store.mews.Tables.PUSH_LANE;

import channelcert.mews.inventory.LaneStore.End;
import channelcert.mews.property.ConnectionDetails;
import channelcert.store.Database;
import channelcert.store.mews.tables.records.PendingNightsRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The nights that wait to be pushed, and how a work on them ends. Each end is one transaction that
 * comes to nothing when the claim was lost meanwhile; then it answers {@link Ended#LOST}.
 */
public final class PushStore {
  /** Marks taken up by one cycle; what is left waits for the next. */
  static final int MOST_MARKS = 20_000;

  private static final int IDS_PER_STATEMENT = 1000;

  private final Database database;

  public PushStore(Database database) {
    this.database = database;
  }

  /** A marked interval. */
  record Mark(long id, InventoryKey key, Nights nights) {}

  /** What came of the end of a work. */
  enum Ended {
    /** It is noted. */
    NOTED,
    /** The marks had been dropped meanwhile, so there is nothing to go on with. */
    DROPPED,
    /** Somebody else has the lane, and nothing is noted. */
    LOST
  }

  /** The marks of a lane, but for those whose confirmation is awaited. */
  List<Mark> marks(Lane lane) {
    return marks(pending(lane).and(PENDING_NIGHTS.MESSAGE_ID.isNull()));
  }

  /** Keys of the message whose confirmation is awaited. */
  Set<InventoryKey> awaitedKeys(Lane lane, String messageId) {
    return Set.copyOf(
        marks(pending(lane).and(PENDING_NIGHTS.MESSAGE_ID.eq(messageId))).stream()
            .map(Mark::key)
            .distinct()
            .toList());
  }

  private List<Mark> marks(Condition which) {
    return database
        .dsl()
        .selectFrom(PENDING_NIGHTS)
        .where(which)
        .orderBy(PENDING_NIGHTS.ID)
        .limit(MOST_MARKS)
        .fetch(
            row ->
                new Mark(
                    row.getId(),
                    new InventoryKey(row.getSpaceTypeCode(), row.getRatePlanCode()),
                    new Nights(row.getFirstNight(), row.getLastNight())));
  }

  /** Marks nights of every synchronised key of the kinds, and ends the pauses of the connection. */
  void mark(ConnectionDetails connection, Set<InventoryKind> kinds, Nights nights) {
    database.run(
        transaction -> {
          InventoryStore.lock(transaction, connection.propertyId());
          PendingStore pending = new PendingStore(transaction);
          pending.markAll(connection.token(), kinds, nights);
          pending.resume(connection.token());
        });
  }

  /** Ends the pauses of a connection. */
  void resume(String connectionToken) {
    database.run(transaction -> LaneStore.resume(transaction, connectionToken));
  }

  /**
   * What is left to push to a connection.
   *
   * @param pausedUntil when the first of it may be sent; empty when some of it may be sent now, or
   *     its confirmation may come at any time
   */
  record Left(boolean nothing, Optional<Instant> pausedUntil) {}

  Left left(String connectionToken) {
    List<Instant> pauses =
        database
            .dsl()
            .select(PUSH_LANE.NOT_BEFORE, PUSH_LANE.AWAITED_UNTIL)
            .from(PUSH_LANE)
            .where(PUSH_LANE.CONNECTION_TOKEN.eq(connectionToken))
            .and(PUSH_LANE.MARKED.ne(PUSH_LANE.PLANNED))
            .fetch(
                row -> row.value1() == null || row.value2() != null ? Instant.MIN : row.value1());
    Optional<Instant> first = pauses.stream().min(Comparator.naturalOrder());
    return new Left(pauses.isEmpty(), first.filter(pause -> !pause.equals(Instant.MIN)));
  }

  void discard(String connectionToken) {
    database.run(
        transaction -> {
          LaneStore.discard(transaction, connectionToken);
          transaction
              .deleteFrom(PENDING_NIGHTS)
              .where(PENDING_NIGHTS.CONNECTION_TOKEN.eq(connectionToken))
              .execute();
        });
  }

  Set<InventoryKey> synchronisedKeys(Lane lane) {
    return new PendingStore(database.dsl()).synchronisedKeys(lane.connectionToken(), lane.kind());
  }

  /** Everything of a cycle was delivered, or had not to be sent. */
  Ended acknowledge(Cycle cycle) {
    return end(
        cycle.claim(),
        cycle.tookAll() ? End.DONE : End.more(cycle.claim()),
        transaction -> {
          delete(transaction, cycle);
          MessageStore.finish(transaction, cycle.claim().lane(), cycle.sent());
          return Ended.NOTED;
        });
  }

  /** What is left of a cycle is sent at once. */
  Ended keep(Cycle cycle) {
    return end(cycle.claim(), End.more(cycle.claim()), transaction -> replace(transaction, cycle));
  }

  /** What is left of a cycle is sent later. */
  Ended fail(Cycle cycle, Instant notBefore) {
    return end(
        cycle.claim(),
        End.later(cycle.claim(), notBefore),
        transaction -> replace(transaction, cycle));
  }

  /** The lane goes on later, with its marks as they are. */
  Ended pause(Claim claim, Instant notBefore) {
    return end(claim, End.later(claim, notBefore), transaction -> Ended.NOTED);
  }

  /** The connection is gone, so nothing waits any more. */
  void giveBack(Claim claim) {
    end(claim, End.DONE, transaction -> Ended.NOTED);
  }

  /**
   * The message in hand was accepted and will be confirmed: its nights stay marked until then. A
   * confirmation that was faster than the answer lets the lane go on at once.
   */
  Ended await(Cycle cycle, String messageId, Instant deadline) {
    return database.transact(
        transaction -> {
          Claim claim = cycle.claim();
          boolean early = MessageStore.lockOutcome(transaction, claim.lane(), messageId) != null;
          End end = new End(false, claim.failures(), early ? null : deadline, messageId, deadline);
          if (!LaneStore.end(transaction, claim, end)) {
            return Ended.LOST;
          }
          if (replace(transaction, cycle) == Ended.DROPPED) {
            LaneStore.awaitNothing(transaction, claim.lane(), messageId);
            return Ended.DROPPED;
          }
          insert(transaction, claim.lane(), cycle.messageMarks(), messageId);
          return Ended.NOTED;
        });
  }

  /** Still nothing: the lane awaits the confirmation further. */
  void awaitFurther(Claim claim) {
    end(
        claim,
        new End(
            false,
            claim.failures(),
            claim.awaitedUntil(),
            claim.awaitedMessage(),
            claim.awaitedUntil()),
        transaction -> Ended.NOTED);
  }

  /** The confirmation is missing; a late one still counts until something newer is sent. */
  void expire(Claim claim, Instant notBefore) {
    end(
        claim,
        new End(false, claim.failures() + 1, notBefore, claim.awaitedMessage(), null),
        transaction -> Ended.NOTED);
  }

  /** The awaited message was processed; false when the claim was lost. */
  boolean confirmed(Claim claim, String messageId) {
    return database.transact(
        transaction -> {
          if (!LaneStore.endAwaiting(transaction, claim)) {
            return false;
          }
          transaction
              .deleteFrom(PENDING_NIGHTS)
              .where(pending(claim.lane()).and(PENDING_NIGHTS.MESSAGE_ID.eq(messageId)))
              .execute();
          return true;
        });
  }

  /**
   * The awaited message was not processed: its nights wait again. False when the claim was lost.
   */
  boolean unconfirmed(Claim claim, String messageId) {
    return database.transact(
        transaction -> {
          if (!LaneStore.endAwaiting(transaction, claim)) {
            return false;
          }
          transaction
              .update(PENDING_NIGHTS)
              .setNull(PENDING_NIGHTS.MESSAGE_ID)
              .where(pending(claim.lane()).and(PENDING_NIGHTS.MESSAGE_ID.eq(messageId)))
              .execute();
          return true;
        });
  }

  /** Marks again what a former owner of the lane has sent after it had lost its claim. */
  void markAgain(Cycle cycle) {
    Lane lane = cycle.claim().lane();
    database.run(
        transaction -> {
          new PendingStore(transaction).markAgain(lane, cycle.left());
          MessageStore.finish(transaction, lane, cycle.sent());
        });
  }

  /** What is noted together with the end of a work. */
  private interface Work {
    Ended note(DSLContext transaction);
  }

  private Ended end(Claim claim, End end, Work work) {
    return database.transact(
        transaction ->
            LaneStore.end(transaction, claim, end) ? work.note(transaction) : Ended.LOST);
  }

  /** Replaces the marks of a cycle by what is left of it, unless they were dropped meanwhile. */
  private static Ended replace(DSLContext transaction, Cycle cycle) {
    Lane lane = cycle.claim().lane();
    MessageStore.finish(transaction, lane, cycle.sent());
    if (delete(transaction, cycle) == 0) {
      return Ended.DROPPED;
    }
    insert(transaction, lane, cycle.restMarks(), null);
    return Ended.NOTED;
  }

  private static void insert(
      DSLContext transaction, Lane lane, List<Mark> marks, @Nullable String messageId) {
    Stream<PendingNightsRecord> rows =
        marks.stream()
            .map(
                mark ->
                    PendingStore.row(lane.connectionToken(), lane.kind(), mark.key(), mark.nights())
                        .setMessageId(messageId));
    transaction.batchInsert(rows.toList()).execute();
  }

  private static int delete(DSLContext transaction, Cycle cycle) {
    List<Long> marks = cycle.marks();
    int deleted = 0;
    for (int from = 0; from < marks.size(); from += IDS_PER_STATEMENT) {
      List<Long> ids = marks.subList(from, Math.min(marks.size(), from + IDS_PER_STATEMENT));
      deleted +=
          transaction
              .deleteFrom(PENDING_NIGHTS)
              .where(pending(cycle.claim().lane()).and(PENDING_NIGHTS.ID.in(ids)))
              .execute();
    }
    return deleted;
  }

  private static Condition pending(Lane lane) {
    return PENDING_NIGHTS
        .CONNECTION_TOKEN
        .eq(lane.connectionToken())
        .and(PENDING_NIGHTS.KIND.eq(lane.kind().name()));
  }
}
