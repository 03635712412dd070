package channelcert.channelmanager.inventory;

import static channelcert.store.channelmanager.Tables.STORED_NIGHTS;
import static org.jooq.impl.DSL.row;

import channelcert.channelmanager.inventory.NightChanges.Intervals;
import channelcert.channelmanager.mapping.Pair;
import channelcert.store.Padding;
import channelcert.store.channelmanager.tables.records.StoredNightsRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Row5;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Writes the packed nights of all kinds: reads the blocks that are touched, changes them, and
 * writes those that changed, a bounded number at a time.
 */
final class BlockStore {
  /** Blocks that are held in memory at a time. */
  private static final int CHUNK = 512;

  /** From so many blocks of one lane on, all blocks of their nights are read at once. */
  private static final int MANY = 32;

  private BlockStore() {}

  /** One row. */
  private record Key(long connectionId, PushKind kind, Pair pair, int block) {}

  /** What a message does to one row. */
  private record Edit(Intervals intervals, Intervals.Touch touch, Source source) {}

  /** Applies the messages in their order. The caller holds their lanes. */
  static void write(DSLContext dsl, List<NightWrite> writes) {
    Map<Key, List<Edit>> edits = new LinkedHashMap<>();
    for (NightWrite write : writes) {
      write
          .changes()
          .byKey()
          .forEach(
              (pair, intervals) ->
                  intervals
                      .blocks()
                      .forEach(
                          (block, touch) ->
                              edits
                                  .computeIfAbsent(
                                      new Key(write.connectionId(), write.kind(), pair, block),
                                      k -> new ArrayList<>(1))
                                  .add(new Edit(intervals, touch, write.source()))));
    }
    List<Key> keys = List.copyOf(edits.keySet());
    for (int from = 0; from < keys.size(); from += CHUNK) {
      writeChunk(dsl, keys.subList(from, Math.min(keys.size(), from + CHUNK)), edits);
    }
  }

  private static void writeChunk(DSLContext dsl, List<Key> keys, Map<Key, List<Edit>> edits) {
    Map<Key, byte[]> stored = stored(dsl, keys);
    List<@Nullable Object[]> inserts = new ArrayList<>();
    List<@Nullable Object[]> updates = new ArrayList<>();
    for (Key key : keys) {
      byte[] before = stored.get(key);
      Block block = before == null ? new Block() : Block.decode(before);
      boolean changed = false;
      for (Edit edit : edits.getOrDefault(key, List.of())) {
        changed |= edit.intervals().apply(edit.touch(), key.block(), block, edit.source());
      }
      if (before == null) {
        inserts.add(insert(key, block.encode()));
      } else if (changed) {
        updates.add(update(key, block.encode()));
      }
    }
    run(dsl, insertion(dsl), inserts);
    run(dsl, change(dsl), updates);
  }

  private static Map<Key, byte[]> stored(DSLContext dsl, List<Key> keys) {
    Map<Key, byte[]> stored = new HashMap<>();
    Key first = keys.getFirst();
    boolean oneLane =
        keys.stream()
            .allMatch(
                key -> key.connectionId() == first.connectionId() && key.kind() == first.kind());
    if (oneLane && keys.size() >= MANY) {
      dsl.selectFrom(STORED_NIGHTS)
          .where(range(keys))
          .forEach(row -> stored.put(key(row), row.getNights()));
    } else {
      Table<?> wanted = wanted(keys);
      dsl.select(STORED_NIGHTS.fields())
          .from(wanted)
          .join(STORED_NIGHTS)
          .on(matches(wanted))
          .fetchInto(STORED_NIGHTS)
          .forEach(row -> stored.put(key(row), row.getNights()));
    }
    return stored;
  }

  private static Condition range(List<Key> keys) {
    int from = keys.stream().mapToInt(Key::block).min().orElseThrow();
    int to = keys.stream().mapToInt(Key::block).max().orElseThrow();
    Set<String> ratePlans =
        keys.stream().map(key -> key.pair().ratePlanCode()).collect(Collectors.toSet());
    Set<String> spaceTypes =
        keys.stream().map(key -> key.pair().spaceTypeCode()).collect(Collectors.toSet());
    return STORED_NIGHTS
        .CONNECTION_ID
        .eq(keys.getFirst().connectionId())
        .and(STORED_NIGHTS.KIND.eq(keys.getFirst().kind().name()))
        .and(STORED_NIGHTS.RATE_PLAN_CODE.in(ratePlans))
        .and(STORED_NIGHTS.SPACE_TYPE_CODE.in(spaceTypes))
        .and(STORED_NIGHTS.BLOCK.between(from, to));
  }

  @SuppressWarnings("unchecked")
  private static Table<?> wanted(List<Key> keys) {
    Row5<Long, String, String, String, Integer>[] rows =
        Padding.padded(keys).stream()
            .map(
                key ->
                    row(
                        key.connectionId(),
                        key.kind().name(),
                        key.pair().ratePlanCode(),
                        key.pair().spaceTypeCode(),
                        key.block()))
            .toArray(Row5[]::new);
    return DSL.values(rows).as("wanted", "c", "k", "r", "s", "b");
  }

  private static Condition matches(Table<?> wanted) {
    return is(STORED_NIGHTS.CONNECTION_ID, wanted.field(0, Long.class))
        .and(is(STORED_NIGHTS.KIND, wanted.field(1, String.class)))
        .and(is(STORED_NIGHTS.RATE_PLAN_CODE, wanted.field(2, String.class)))
        .and(is(STORED_NIGHTS.SPACE_TYPE_CODE, wanted.field(3, String.class)))
        .and(is(STORED_NIGHTS.BLOCK, wanted.field(4, Integer.class)));
  }

  private static <T> Condition is(Field<T> column, @Nullable Field<T> other) {
    if (other == null) {
      throw new IllegalStateException("the list of wanted rows lacks " + column);
    }
    return column.eq(other);
  }

  private static Query insertion(DSLContext dsl) {
    return dsl.insertInto(
            STORED_NIGHTS,
            STORED_NIGHTS.CONNECTION_ID,
            STORED_NIGHTS.KIND,
            STORED_NIGHTS.RATE_PLAN_CODE,
            STORED_NIGHTS.SPACE_TYPE_CODE,
            STORED_NIGHTS.BLOCK,
            STORED_NIGHTS.NIGHTS)
        .values(0L, "", "", "", 0, new byte[0]);
  }

  private static Query change(DSLContext dsl) {
    return dsl.update(STORED_NIGHTS)
        .set(STORED_NIGHTS.NIGHTS, new byte[0])
        .where(STORED_NIGHTS.CONNECTION_ID.eq(0L))
        .and(STORED_NIGHTS.KIND.eq(""))
        .and(STORED_NIGHTS.RATE_PLAN_CODE.eq(""))
        .and(STORED_NIGHTS.SPACE_TYPE_CODE.eq(""))
        .and(STORED_NIGHTS.BLOCK.eq(0));
  }

  private static void run(DSLContext dsl, Query query, List<@Nullable Object[]> rows) {
    if (!rows.isEmpty()) {
      dsl.batch(query).bind(rows.toArray(Object[][]::new)).execute();
    }
  }

  private static @Nullable Object[] insert(Key key, byte[] nights) {
    return new Object[] {
      key.connectionId(),
      key.kind().name(),
      key.pair().ratePlanCode(),
      key.pair().spaceTypeCode(),
      key.block(),
      nights
    };
  }

  private static @Nullable Object[] update(Key key, byte[] nights) {
    return new Object[] {
      nights,
      key.connectionId(),
      key.kind().name(),
      key.pair().ratePlanCode(),
      key.pair().spaceTypeCode(),
      key.block()
    };
  }

  private static Key key(StoredNightsRecord row) {
    return new Key(
        row.getConnectionId(),
        PushKind.valueOf(row.getKind()),
        new Pair(row.getRatePlanCode(), row.getSpaceTypeCode()),
        row.getBlock());
  }
}
