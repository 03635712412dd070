package channelcert.mews.inventory;

import static channelcert.store.mews.Tables.PUSH_LANE;
import static channelcert.store.mews.Tables.PUSH_NODE;

import channelcert.store.Database;
import channelcert.store.mews.tables.records.PushLaneRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jooq.BatchBindStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Lanes: whether something waits on them, when they may go on, and who works on them. A node works
 * on a lane only with a claim; whatever it notes at the end is void once somebody else has one.
 */
final class LaneStore {
  private static final Comparator<Lane> ORDER =
      Comparator.comparing(Lane::connectionToken).thenComparing(Lane::kind);

  private final Database database;

  LaneStore(Database database) {
    this.database = database;
  }

  /** How a work ended: what the lane does next. */
  record End(
      boolean planned,
      int failures,
      @Nullable Instant notBefore,
      @Nullable String awaitedMessage,
      @Nullable Instant awaitedUntil) {
    /** Everything was taken care of. */
    static final End DONE = new End(true, 0, null, null, null);

    /** There is more to do at once. */
    static End more(Claim claim) {
      return new End(false, claim.failures(), null, null, null);
    }

    /** It goes on later. */
    static End later(Claim claim, Instant notBefore) {
      return new End(false, claim.failures() + 1, notBefore, null, null);
    }
  }

  /** Notes, in the transaction that marks nights, that something waits on the lanes. */
  static void marked(DSLContext transaction, Collection<Lane> lanes) {
    List<Lane> ordered = lanes.stream().distinct().sorted(ORDER).toList();
    if (ordered.isEmpty()) {
      return;
    }
    BatchBindStep updates =
        transaction.batch(
            transaction
                .update(PUSH_LANE)
                .set(PUSH_LANE.MARKED, PUSH_LANE.MARKED.plus(1))
                .where(PUSH_LANE.CONNECTION_TOKEN.eq(""))
                .and(PUSH_LANE.KIND.eq("")));
    for (Lane lane : ordered) {
      updates = updates.bind(1, lane.connectionToken(), lane.kind().name());
    }
    int[] updated = updates.execute();
    List<PushLaneRecord> rows = new ArrayList<>();
    for (int i = 0; i < updated.length; i++) {
      if (updated[i] == 0) {
        rows.add(row(ordered.get(i)));
      }
    }
    transaction.batchInsert(rows).execute();
  }

  private static PushLaneRecord row(Lane lane) {
    return new PushLaneRecord()
        .setConnectionToken(lane.connectionToken())
        .setKind(lane.kind().name())
        .setMarked(1L)
        .setPlanned(0L)
        .setHeld(false)
        .setFailures(0)
        .setEpoch(0L);
  }

  /**
   * Claims lanes on which something is due and nobody alive works, at most so many.
   *
   * @param inWork lanes on which the node itself works; others that seem to be its own were left
   *     behind by a fault
   */
  List<Claim> claim(String node, Set<Lane> inWork, Instant now, int atMost) {
    List<PushLaneRecord> due =
        due(node, now, atMost + inWork.size()).stream()
            .filter(row -> !inWork.contains(lane(row)))
            .limit(atMost)
            .toList();
    if (due.isEmpty()) {
      return List.of();
    }
    int[] claimed = database.transact(transaction -> claim(transaction, node, due));
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < claimed.length; i++) {
      if (claimed[i] == 1) {
        claims.add(claim(node, due.get(i)));
      }
    }
    return claims;
  }

  private List<PushLaneRecord> due(String node, Instant now, int atMost) {
    return database
        .dsl()
        .select(PUSH_LANE.fields())
        .from(PUSH_LANE)
        .leftJoin(PUSH_NODE)
        .on(PUSH_NODE.ID.eq(PUSH_LANE.OWNER))
        .where(PUSH_LANE.MARKED.ne(PUSH_LANE.PLANNED))
        .and(PUSH_LANE.HELD.isFalse())
        .and(PUSH_LANE.NOT_BEFORE.isNull().or(PUSH_LANE.NOT_BEFORE.le(now)))
        .and(
            PUSH_NODE
                .ID
                .isNull()
                .or(PUSH_NODE.ID.eq(node))
                .or(PUSH_NODE.ALIVE_UNTIL.lt(NodeStore.NOW)))
        .orderBy(PUSH_LANE.CONNECTION_TOKEN, PUSH_LANE.KIND)
        .limit(atMost)
        .fetchInto(PUSH_LANE);
  }

  private static int[] claim(DSLContext transaction, String node, List<PushLaneRecord> due) {
    BatchBindStep updates =
        transaction.batch(
            transaction
                .update(PUSH_LANE)
                .set(PUSH_LANE.OWNER, node)
                .set(PUSH_LANE.EPOCH, PUSH_LANE.EPOCH.plus(1))
                .where(PUSH_LANE.CONNECTION_TOKEN.eq(""))
                .and(PUSH_LANE.KIND.eq(""))
                .and(PUSH_LANE.EPOCH.eq(0L)));
    for (PushLaneRecord row : due) {
      updates = updates.bind(node, 1, row.getConnectionToken(), row.getKind(), row.getEpoch());
    }
    return updates.execute();
  }

  private static Claim claim(String node, PushLaneRecord row) {
    return new Claim(
        lane(row),
        node,
        row.getEpoch() + 1,
        row.getMarked(),
        row.getFailures(),
        row.getAwaitedMessage(),
        row.getAwaitedUntil());
  }

  private static Lane lane(PushLaneRecord row) {
    return new Lane(row.getConnectionToken(), InventoryKind.valueOf(row.getKind()));
  }

  /** Ends a work and gives the lane back; false when the claim was lost, and nothing is noted. */
  static boolean end(DSLContext transaction, Claim claim, End end) {
    Field<Long> planned = end.planned() ? DSL.val(claim.marked()) : PUSH_LANE.PLANNED;
    return transaction
            .update(PUSH_LANE)
            .setNull(PUSH_LANE.OWNER)
            .set(PUSH_LANE.EPOCH, PUSH_LANE.EPOCH.plus(1))
            .set(PUSH_LANE.PLANNED, planned)
            .set(PUSH_LANE.FAILURES, end.failures())
            .set(PUSH_LANE.NOT_BEFORE, end.notBefore())
            .set(PUSH_LANE.AWAITED_MESSAGE, end.awaitedMessage())
            .set(PUSH_LANE.AWAITED_UNTIL, end.awaitedUntil())
            .where(held(claim))
            .execute()
        == 1;
  }

  /** Awaits nothing any more and keeps the claim; false when it was lost. */
  static boolean endAwaiting(DSLContext transaction, Claim claim) {
    return transaction
            .update(PUSH_LANE)
            .setNull(PUSH_LANE.AWAITED_MESSAGE)
            .setNull(PUSH_LANE.AWAITED_UNTIL)
            .where(held(claim))
            .execute()
        == 1;
  }

  /** Lets the lane that awaits the message go on now. */
  static void confirmed(DSLContext transaction, Lane lane, String messageId) {
    transaction
        .update(PUSH_LANE)
        .setNull(PUSH_LANE.NOT_BEFORE)
        .where(is(lane))
        .and(PUSH_LANE.AWAITED_MESSAGE.eq(messageId))
        .execute();
  }

  /** The lane does not await the message, since its marks were dropped. */
  static void awaitNothing(DSLContext transaction, Lane lane, String messageId) {
    transaction
        .update(PUSH_LANE)
        .setNull(PUSH_LANE.NOT_BEFORE)
        .setNull(PUSH_LANE.AWAITED_MESSAGE)
        .setNull(PUSH_LANE.AWAITED_UNTIL)
        .where(is(lane))
        .and(PUSH_LANE.AWAITED_MESSAGE.eq(messageId))
        .execute();
  }

  /** Ends the pauses of a connection; what is awaited is still awaited. */
  static void resume(DSLContext transaction, String connectionToken) {
    lock(transaction, connectionToken);
    transaction
        .update(PUSH_LANE)
        .setNull(PUSH_LANE.NOT_BEFORE)
        .set(PUSH_LANE.FAILURES, 0)
        .where(PUSH_LANE.CONNECTION_TOKEN.eq(connectionToken))
        .and(PUSH_LANE.AWAITED_UNTIL.isNull())
        .execute();
  }

  /** Nothing waits on the connection any more, since its marks were dropped. */
  static void discard(DSLContext transaction, String connectionToken) {
    lock(transaction, connectionToken);
    transaction
        .update(PUSH_LANE)
        .set(PUSH_LANE.PLANNED, PUSH_LANE.MARKED)
        .set(PUSH_LANE.FAILURES, 0)
        .setNull(PUSH_LANE.NOT_BEFORE)
        .setNull(PUSH_LANE.AWAITED_MESSAGE)
        .setNull(PUSH_LANE.AWAITED_UNTIL)
        .where(PUSH_LANE.CONNECTION_TOKEN.eq(connectionToken))
        .execute();
  }

  /** Takes the lanes in the order in which everybody takes them, so that no two wait in a ring. */
  private static void lock(DSLContext transaction, String connectionToken) {
    transaction
        .select(PUSH_LANE.KIND)
        .from(PUSH_LANE)
        .where(PUSH_LANE.CONNECTION_TOKEN.eq(connectionToken))
        .orderBy(PUSH_LANE.KIND)
        .forUpdate()
        .fetch();
  }

  /** Holds the sending on a connection back, or lets it go on. */
  void hold(String propertyId, String connectionToken, boolean held) {
    database.run(
        transaction -> {
          InventoryStore.lock(transaction, propertyId);
          for (InventoryKind kind : InventoryKind.values()) {
            Lane lane = new Lane(connectionToken, kind);
            int known =
                transaction.update(PUSH_LANE).set(PUSH_LANE.HELD, held).where(is(lane)).execute();
            if (known == 0) {
              transaction.executeInsert(row(lane).setMarked(0L).setHeld(held));
            }
          }
        });
  }

  List<LaneState> states(String connectionToken) {
    return database
        .dsl()
        .selectFrom(PUSH_LANE)
        .where(PUSH_LANE.CONNECTION_TOKEN.eq(connectionToken))
        .fetch(LaneStore::state)
        .stream()
        .sorted(Comparator.comparing(LaneState::kind))
        .toList();
  }

  private static LaneState state(PushLaneRecord row) {
    return new LaneState(
        InventoryKind.valueOf(row.getKind()),
        !row.getMarked().equals(row.getPlanned()),
        row.getHeld(),
        row.getFailures(),
        row.getNotBefore(),
        row.getAwaitedUntil() == null ? null : row.getAwaitedMessage());
  }

  /** The claim still counts, nobody holds the lane back, and its marks were not dropped. */
  static Condition maySend(Claim claim) {
    return held(claim).and(PUSH_LANE.HELD.isFalse()).and(PUSH_LANE.MARKED.ne(PUSH_LANE.PLANNED));
  }

  private static Condition held(Claim claim) {
    return is(claim.lane())
        .and(PUSH_LANE.OWNER.eq(claim.node()))
        .and(PUSH_LANE.EPOCH.eq(claim.epoch()));
  }

  private static Condition is(Lane lane) {
    return PUSH_LANE
        .CONNECTION_TOKEN
        .eq(lane.connectionToken())
        .and(PUSH_LANE.KIND.eq(lane.kind().name()));
  }
}
