package channelcert.mews.inventory;

import static channelcert.store.mews.Tables.PENDING_NIGHTS;
import static channelcert.store.mews.Tables.PUSH_PAUSE;

import channelcert.mews.property.ConnectionDetails;
import channelcert.store.Database;
import channelcert.store.mews.tables.records.PushPauseRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** What waits to be pushed, what was sent, and which lanes are paused. */
public final class PushStore {
  /** Marks taken up by one cycle; what is left waits for the next. */
  private static final int MOST_MARKS = 20_000;

  private static final int IDS_PER_STATEMENT = 1000;

  private final Database database;

  public PushStore(Database database) {
    this.database = database;
  }

  /** A marked interval. */
  record Mark(long id, InventoryKey key, Nights nights) {}

  /** Lanes with something to send now, by connection and in the order of the kinds. */
  List<Lane> due(Instant now) {
    return database
        .dsl()
        .selectDistinct(PENDING_NIGHTS.CONNECTION_TOKEN, PENDING_NIGHTS.KIND)
        .from(PENDING_NIGHTS)
        .leftJoin(PUSH_PAUSE)
        .on(PUSH_PAUSE.CONNECTION_TOKEN.eq(PENDING_NIGHTS.CONNECTION_TOKEN))
        .and(PUSH_PAUSE.KIND.eq(PENDING_NIGHTS.KIND))
        .where(PUSH_PAUSE.NOT_BEFORE.isNull().or(PUSH_PAUSE.NOT_BEFORE.le(now)))
        .fetch(row -> new Lane(row.value1(), InventoryKind.valueOf(row.value2())))
        .stream()
        .sorted(Comparator.comparing(Lane::connectionToken).thenComparing(Lane::kind))
        .toList();
  }

  List<Mark> marks(Lane lane) {
    return database
        .dsl()
        .selectFrom(PENDING_NIGHTS)
        .where(pending(lane))
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

  /**
   * What is left to push to a connection.
   *
   * @param pausedUntil when the first of it may be sent; empty when some of it may be sent now
   */
  record Left(boolean nothing, Optional<Instant> pausedUntil) {}

  Left left(String connectionToken) {
    List<Instant> pauses =
        database
            .dsl()
            .selectDistinct(PENDING_NIGHTS.KIND, PUSH_PAUSE.NOT_BEFORE)
            .from(PENDING_NIGHTS)
            .leftJoin(PUSH_PAUSE)
            .on(PUSH_PAUSE.CONNECTION_TOKEN.eq(PENDING_NIGHTS.CONNECTION_TOKEN))
            .and(PUSH_PAUSE.KIND.eq(PENDING_NIGHTS.KIND))
            .where(PENDING_NIGHTS.CONNECTION_TOKEN.eq(connectionToken))
            .fetch(row -> row.value2() == null ? Instant.MIN : row.value2());
    Optional<Instant> first = pauses.stream().min(Comparator.naturalOrder());
    return new Left(pauses.isEmpty(), first.filter(pause -> !pause.equals(Instant.MIN)));
  }

  void discard(String connectionToken) {
    database.run(
        transaction -> {
          transaction
              .deleteFrom(PENDING_NIGHTS)
              .where(PENDING_NIGHTS.CONNECTION_TOKEN.eq(connectionToken))
              .execute();
          new PendingStore(transaction).resume(connectionToken);
        });
  }

  Set<InventoryKey> synchronisedKeys(Lane lane) {
    return new PendingStore(database.dsl()).synchronisedKeys(lane.connectionToken(), lane.kind());
  }

  /** Everything of a cycle was delivered, or had not to be sent. */
  void acknowledge(Lane lane, List<Long> marks) {
    database.run(
        transaction -> {
          delete(transaction, lane, marks);
          endPause(transaction, lane);
        });
  }

  /** Replaces the marks of a cycle by what is left of it. */
  void keep(Lane lane, List<Long> marks, List<Mark> rest) {
    database.run(transaction -> replace(transaction, lane, marks, rest));
  }

  /**
   * Replaces the marks of a cycle by what is left of it and pauses the lane, unless they were
   * discarded meanwhile.
   *
   * @param pause how long, for the number of failures in a row, starting with 1
   * @return failures in a row, 0 when there is nothing left to send
   */
  int fail(Lane lane, List<Long> marks, List<Mark> rest, Instant now, IntFunction<Duration> pause) {
    return database.transact(
        transaction ->
            replace(transaction, lane, marks, rest) ? pause(transaction, lane, now, pause) : 0);
  }

  /** Pauses a lane and leaves its marks as they are; answers the failures in a row. */
  int pause(Lane lane, Instant now, IntFunction<Duration> pause) {
    return database.transact(transaction -> pause(transaction, lane, now, pause));
  }

  private static int pause(
      DSLContext transaction, Lane lane, Instant now, IntFunction<Duration> pause) {
    PushPauseRecord before = transaction.fetchOne(PUSH_PAUSE, paused(lane));
    int attempts = before == null ? 1 : before.getAttempts() + 1;
    endPause(transaction, lane);
    transaction.executeInsert(
        new PushPauseRecord(
            lane.connectionToken(), lane.kind().name(), attempts, now.plus(pause.apply(attempts))));
    return attempts;
  }

  private static boolean replace(
      DSLContext transaction, Lane lane, List<Long> marks, List<Mark> rest) {
    if (delete(transaction, lane, marks) == 0) {
      return false;
    }
    transaction
        .batchInsert(
            rest.stream()
                .map(
                    mark ->
                        PendingStore.row(
                            lane.connectionToken(), lane.kind(), mark.key(), mark.nights()))
                .toList())
        .execute();
    return true;
  }

  private static int delete(DSLContext transaction, Lane lane, List<Long> marks) {
    int deleted = 0;
    for (int from = 0; from < marks.size(); from += IDS_PER_STATEMENT) {
      List<Long> ids = marks.subList(from, Math.min(marks.size(), from + IDS_PER_STATEMENT));
      deleted +=
          transaction
              .deleteFrom(PENDING_NIGHTS)
              .where(pending(lane).and(PENDING_NIGHTS.ID.in(ids)))
              .execute();
    }
    return deleted;
  }

  private static void endPause(DSLContext transaction, Lane lane) {
    transaction.deleteFrom(PUSH_PAUSE).where(paused(lane)).execute();
  }

  private static Condition pending(Lane lane) {
    return PENDING_NIGHTS
        .CONNECTION_TOKEN
        .eq(lane.connectionToken())
        .and(PENDING_NIGHTS.KIND.eq(lane.kind().name()));
  }

  private static Condition paused(Lane lane) {
    return PUSH_PAUSE
        .CONNECTION_TOKEN
        .eq(lane.connectionToken())
        .and(PUSH_PAUSE.KIND.eq(lane.kind().name()));
  }
}
