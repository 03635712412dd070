package channelcert.mews.inventory;

import static channelcert.store.mews.Tables.CONNECTION;
import static channelcert.store.mews.Tables.CONNECTION_KIND;
import static channelcert.store.mews.Tables.MAPPED_CATEGORY;
import static channelcert.store.mews.Tables.MAPPED_PAIR;
import static channelcert.store.mews.Tables.MAPPED_RATE;
import static channelcert.store.mews.Tables.PENDING_NIGHTS;
import static org.jooq.impl.DSL.inline;

import channelcert.store.mews.tables.records.PendingNightsRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.SelectOrderByStep;
import org.jooq.impl.DSL;

/**
 * Marks nights for pushing, in the transaction of the caller: a row for every connection that
 * receives the kind and has the key synchronised.
 */
public final class PendingStore {
  private final DSLContext transaction;

  public PendingStore(DSLContext transaction) {
    this.transaction = transaction;
  }

  /** Marks changed nights on every connection of the property, in the fewest intervals. */
  void mark(String propertyId, InventoryKind kind, Collection<InventoryItem> changes) {
    Map<InventoryKey, List<Nights>> changed =
        changes.stream()
            .collect(
                Collectors.groupingBy(
                    InventoryItem::key,
                    Collectors.mapping(InventoryItem::nights, Collectors.toList())));
    Set<String> categories =
        changed.keySet().stream().map(InventoryKey::spaceTypeCode).collect(Collectors.toSet());
    List<PendingNightsRecord> rows = new ArrayList<>();
    receivers(kind, CONNECTION.PROPERTY_ID.eq(propertyId), categories)
        .forEach(
            (connection, keys) ->
                changed.forEach(
                    (key, nights) -> {
                      if (keys.contains(key)) {
                        Nights.united(nights)
                            .forEach(each -> rows.add(row(connection, kind, key, each)));
                      }
                    }));
    insert(rows);
  }

  private void insert(List<PendingNightsRecord> rows) {
    transaction.batchInsert(rows).execute();
    LaneStore.marked(
        transaction,
        rows.stream()
            .map(row -> new Lane(row.getConnectionToken(), InventoryKind.valueOf(row.getKind())))
            .collect(Collectors.toSet()));
  }

  /** Marks nights again that a message of a former owner of the lane may have overwritten. */
  void markAgain(Lane lane, Collection<InventoryItem> items) {
    insert(
        items.stream()
            .map(item -> row(lane.connectionToken(), lane.kind(), item.key(), item.nights()))
            .toList());
  }

  /** Marks the nights of every synchronised key of the kinds. */
  public void markAll(String connectionToken, Collection<InventoryKind> kinds, Nights nights) {
    for (InventoryKind kind : kinds) {
      markKeys(connectionToken, kind, nights, synchronisedKeys(connectionToken, kind));
    }
  }

  /** Ends the pauses of a connection, since somebody wants it to go on now. */
  public void resume(String connectionToken) {
    LaneStore.resume(transaction, connectionToken);
  }

  /** Marks the nights of those keys that the connection receives. */
  public void markKeys(
      String connectionToken, InventoryKind kind, Nights nights, Collection<InventoryKey> keys) {
    Set<InventoryKey> received = synchronisedKeys(connectionToken, kind);
    List<PendingNightsRecord> rows =
        keys.stream()
            .filter(received::contains)
            .map(key -> row(connectionToken, kind, key, nights))
            .toList();
    insert(rows);
  }

  static PendingNightsRecord row(
      String connectionToken, InventoryKind kind, InventoryKey key, Nights nights) {
    PendingNightsRecord row = new PendingNightsRecord();
    row.setConnectionToken(connectionToken)
        .setKind(kind.name())
        .setSpaceTypeCode(key.spaceTypeCode())
        .setRatePlanCode(key.ratePlanCode())
        .setFirstNight(nights.first())
        .setLastNight(nights.last());
    return row;
  }

  /** Keys of which the connection receives the kind; none while the kind is switched off. */
  Set<InventoryKey> synchronisedKeys(String connectionToken, InventoryKind kind) {
    return receivers(kind, CONNECTION.TOKEN.eq(connectionToken), Set.of())
        .getOrDefault(connectionToken, Set.of());
  }

  private Map<String, Set<InventoryKey>> receivers(
      InventoryKind kind, Condition connections, Set<String> categories) {
    SelectOrderByStep<Record3<String, String, String>> keys =
        kind == InventoryKind.AVAILABILITY
            ? categoryKeys(connections, categories)
            : pairKeys(kind, connections, categories);
    Map<String, Set<InventoryKey>> receivers = new HashMap<>();
    keys.forEach(
        row ->
            receivers
                .computeIfAbsent(row.value1(), token -> new HashSet<>())
                .add(new InventoryKey(row.value2(), row.value3())));
    return receivers;
  }

  private SelectOrderByStep<Record3<String, String, String>> categoryKeys(
      Condition connections, Set<String> categories) {
    return transaction
        .select(CONNECTION.TOKEN, MAPPED_CATEGORY.SPACE_TYPE_CODE, inline(""))
        .from(CONNECTION)
        .join(CONNECTION_KIND)
        .on(receives(InventoryKind.AVAILABILITY))
        .join(MAPPED_CATEGORY)
        .on(MAPPED_CATEGORY.CONNECTION_TOKEN.eq(CONNECTION.TOKEN))
        .where(connections)
        .and(MAPPED_CATEGORY.SYNCHRONISED)
        .and(among(MAPPED_CATEGORY.SPACE_TYPE_CODE, categories));
  }

  private SelectOrderByStep<Record3<String, String, String>> pairKeys(
      InventoryKind kind, Condition connections, Set<String> categories) {
    return transaction
        .select(CONNECTION.TOKEN, MAPPED_PAIR.SPACE_TYPE_CODE, MAPPED_PAIR.RATE_PLAN_CODE)
        .from(CONNECTION)
        .join(CONNECTION_KIND)
        .on(receives(kind))
        .join(MAPPED_PAIR)
        .on(MAPPED_PAIR.CONNECTION_TOKEN.eq(CONNECTION.TOKEN))
        .join(MAPPED_RATE)
        .on(MAPPED_RATE.CONNECTION_TOKEN.eq(CONNECTION.TOKEN))
        .and(MAPPED_RATE.RATE_PLAN_CODE.eq(MAPPED_PAIR.RATE_PLAN_CODE))
        .where(connections)
        .and(MAPPED_RATE.SYNCHRONISED)
        .and(among(MAPPED_PAIR.SPACE_TYPE_CODE, categories));
  }

  private static Condition receives(InventoryKind kind) {
    return CONNECTION_KIND
        .CONNECTION_TOKEN
        .eq(CONNECTION.TOKEN)
        .and(CONNECTION_KIND.KIND.eq(kind.name()));
  }

  private static Condition among(Field<String> code, Set<String> categories) {
    return categories.isEmpty() ? DSL.noCondition() : code.in(categories);
  }

  /** Takes the marks of a key away, whatever their kind. */
  public void unmarkKey(String connectionToken, InventoryKey key) {
    unmark(
        connectionToken,
        PENDING_NIGHTS
            .SPACE_TYPE_CODE
            .eq(key.spaceTypeCode())
            .and(PENDING_NIGHTS.RATE_PLAN_CODE.eq(key.ratePlanCode())));
  }

  /** Takes the marks of every key of a category or rate plan away. */
  public void unmarkCode(String connectionToken, String code) {
    unmark(
        connectionToken,
        PENDING_NIGHTS.SPACE_TYPE_CODE.eq(code).or(PENDING_NIGHTS.RATE_PLAN_CODE.eq(code)));
  }

  /** Takes the marks of a kind away. */
  public void unmarkKind(String connectionToken, InventoryKind kind) {
    unmark(connectionToken, PENDING_NIGHTS.KIND.eq(kind.name()));
  }

  private void unmark(String connectionToken, Condition which) {
    transaction
        .deleteFrom(PENDING_NIGHTS)
        .where(PENDING_NIGHTS.CONNECTION_TOKEN.eq(connectionToken).and(which))
        .execute();
  }
}
