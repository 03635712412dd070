package channelcert.channelmanager.inventory;

import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * One kind of ARI, a row per key and night. Reads the nights concerned first and writes only what
 * changed, in batches.
 */
final class NightStore<R extends Record, K, V> {
  private final Columns<R, K, V> table;

  NightStore(Columns<R, K, V> table) {
    this.table = table;
  }

  /** Every stored night of the interval, in order of nights, then keys. */
  Map<NightKey<K>, V> read(DSLContext dsl, long connectionId, Nights nights) {
    List<Field<?>> order = new ArrayList<>();
    order.add(table.night());
    order.addAll(table.keyFields());
    Map<NightKey<K>, V> cells = new LinkedHashMap<>();
    dsl.selectFrom(table.table())
        .where(table.connection().eq(connectionId))
        .and(table.night().between(nights.first(), nights.last()))
        .orderBy(order)
        .forEach(
            row ->
                cells.put(
                    new NightKey<>(table.key().apply(row), row.get(table.night())),
                    table.value().apply(row)));
    return cells;
  }

  /**
   * Replaces the values of the given nights. The caller holds the lane of this kind of push, so
   * that nobody else writes the same rows meanwhile.
   */
  void write(DSLContext dsl, long connectionId, Map<NightKey<K>, V> cells) {
    if (cells.isEmpty()) {
      return;
    }
    Map<NightKey<K>, V> stored = read(dsl, connectionId, span(cells.keySet()));
    List<@Nullable Object[]> inserts = new ArrayList<>();
    List<@Nullable Object[]> updates = new ArrayList<>();
    cells.forEach(
        (key, value) -> {
          V before = stored.get(key);
          if (before == null) {
            inserts.add(keyFirst(connectionId, key, value));
          } else if (!before.equals(value)) {
            updates.add(valueFirst(connectionId, key, value));
          }
        });
    insert(dsl, inserts);
    update(dsl, updates);
  }

  private Nights span(Collection<NightKey<K>> keys) {
    LocalDate first = keys.stream().map(NightKey::night).min(LocalDate::compareTo).orElseThrow();
    LocalDate last = keys.stream().map(NightKey::night).max(LocalDate::compareTo).orElseThrow();
    return new Nights(first, last);
  }

  private void insert(DSLContext dsl, List<@Nullable Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    List<Field<?>> fields = new ArrayList<>();
    fields.add(table.connection());
    fields.add(table.night());
    fields.addAll(table.keyFields());
    fields.addAll(table.valueFields());
    dsl.batch(
            dsl.insertInto(table.table())
                .columns(fields)
                .values(Collections.nCopies(fields.size(), null)))
        .bind(rows.toArray(Object[][]::new))
        .execute();
  }

  private void update(DSLContext dsl, List<@Nullable Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
    table.valueFields().forEach(field -> values.put(field, null));
    Condition condition = equal(table.connection()).and(equal(table.night()));
    for (Field<?> field : table.keyFields()) {
      condition = condition.and(equal(field));
    }
    dsl.batch(dsl.update(table.table()).set(values).where(condition))
        .bind(rows.toArray(Object[][]::new))
        .execute();
  }

  private @Nullable Object[] keyFirst(long connectionId, NightKey<K> key, V value) {
    List<Object> row = key(connectionId, key);
    row.addAll(table.valueValues().apply(value));
    return row.toArray();
  }

  private @Nullable Object[] valueFirst(long connectionId, NightKey<K> key, V value) {
    List<Object> row = new ArrayList<>(table.valueValues().apply(value));
    row.addAll(key(connectionId, key));
    return row.toArray();
  }

  private List<Object> key(long connectionId, NightKey<K> key) {
    List<Object> row = new ArrayList<>();
    row.add(connectionId);
    row.add(key.night());
    row.addAll(table.keyValues().apply(key.key()));
    return row;
  }

  private static <T> Condition equal(Field<T> field) {
    return field.eq(val(null, field));
  }

  /**
   * A table with a row for each night, and how its rows are keys and values here.
   *
   * @param keyFields columns of the key besides connection and night
   * @param valueFields the remaining columns
   */
  record Columns<R extends Record, K, V>(
      Table<R> table,
      TableField<R, Long> connection,
      TableField<R, LocalDate> night,
      List<Field<?>> keyFields,
      List<Field<?>> valueFields,
      Function<R, K> key,
      Function<R, V> value,
      Function<K, List<Object>> keyValues,
      Function<V, List<Object>> valueValues) {}
}
