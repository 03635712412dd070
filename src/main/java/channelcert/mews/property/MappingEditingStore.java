package channelcert.mews.property;

import static channelcert.store.mews.Tables.MAPPED_CATEGORY;
import static channelcert.store.mews.Tables.MAPPED_PAIR;
import static channelcert.store.mews.Tables.MAPPED_RATE;
import static channelcert.store.mews.Tables.RATE_PLAN;
import static channelcert.store.mews.Tables.SOLD_PAIR;
import static channelcert.store.mews.Tables.SPACE_CATEGORY;

import channelcert.mews.inventory.InventoryKey;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.PendingStore;
import channelcert.mews.property.ConnectedStore.Connected;
import channelcert.mews.property.Property.Pair;
import channelcert.store.mews.tables.records.MappedCategoryRecord;
import channelcert.store.mews.tables.records.MappedRateRecord;
import java.util.HashSet;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Changes what is mapped on a locked connection, in the transaction of the caller. */
final class MappingEditingStore {
  private final DSLContext transaction;
  private final ConnectedStore connections;

  MappingEditingStore(DSLContext transaction, ConnectedStore connections) {
    this.transaction = transaction;
    this.connections = connections;
  }

  void category(Connected connection, String code, Mapped wanted) {
    Checks.require(
        transaction.fetchExists(
            SPACE_CATEGORY,
            SPACE_CATEGORY
                .PROPERTY_ID
                .eq(connection.propertyId())
                .and(SPACE_CATEGORY.CODE.eq(code))),
        "the property has no category " + code);
    Condition row =
        MAPPED_CATEGORY
            .CONNECTION_TOKEN
            .eq(connection.token())
            .and(MAPPED_CATEGORY.SPACE_TYPE_CODE.eq(code));
    Mapped before =
        state(
            transaction
                .select(MAPPED_CATEGORY.SYNCHRONISED)
                .from(MAPPED_CATEGORY)
                .where(row)
                .fetchOne(MAPPED_CATEGORY.SYNCHRONISED));
    if (before == wanted) {
      return;
    }
    transaction.deleteFrom(MAPPED_CATEGORY).where(row).execute();
    if (wanted != Mapped.NOT) {
      transaction.executeInsert(
          new MappedCategoryRecord(connection.token(), code, wanted == Mapped.SYNCHRONISED));
    }
    categoryChanged(connection, code, before, wanted);
    connections.tell(connection);
  }

  private void categoryChanged(Connected connection, String code, Mapped before, Mapped wanted) {
    InventoryKey key = InventoryKey.category(code);
    PendingStore pending = new PendingStore(transaction);
    switch (wanted) {
      case NOT -> {
        MappingStore.removePairsOf(transaction, connection.token(), code);
        pending.unmarkCode(connection.token(), code);
      }
      case UNSYNCHRONISED -> pending.unmarkKey(connection.token(), key);
      case SYNCHRONISED -> connections.mark(connection, InventoryKind.AVAILABILITY, Set.of(key));
    }
    Condition ofCategory = SOLD_PAIR.SPACE_TYPE_CODE.eq(code);
    if (wanted != Mapped.NOT && (before == Mapped.NOT || hasNoPairs(connection, code))) {
      addSoldPairs(connection, ofCategory);
    }
  }

  static Condition ofCategory(Connected connection, String spaceTypeCode) {
    return MAPPED_PAIR
        .CONNECTION_TOKEN
        .eq(connection.token())
        .and(MAPPED_PAIR.SPACE_TYPE_CODE.eq(spaceTypeCode));
  }

  private boolean hasNoPairs(Connected connection, String spaceTypeCode) {
    return !transaction.fetchExists(MAPPED_PAIR, ofCategory(connection, spaceTypeCode));
  }

  void ratePlan(Connected connection, String code, Mapped wanted) {
    Checks.require(
        transaction.fetchExists(
            RATE_PLAN,
            RATE_PLAN.PROPERTY_ID.eq(connection.propertyId()).and(RATE_PLAN.CODE.eq(code))),
        "the property has no rate plan " + code);
    Condition row =
        MAPPED_RATE
            .CONNECTION_TOKEN
            .eq(connection.token())
            .and(MAPPED_RATE.RATE_PLAN_CODE.eq(code));
    Mapped before =
        state(
            transaction
                .select(MAPPED_RATE.SYNCHRONISED)
                .from(MAPPED_RATE)
                .where(row)
                .fetchOne(MAPPED_RATE.SYNCHRONISED));
    if (before == wanted) {
      return;
    }
    transaction.deleteFrom(MAPPED_RATE).where(row).execute();
    if (wanted != Mapped.NOT) {
      transaction.executeInsert(
          new MappedRateRecord(connection.token(), code, wanted == Mapped.SYNCHRONISED));
    }
    rateChanged(connection, code, before, wanted);
    connections.tell(connection);
  }

  private void rateChanged(Connected connection, String code, Mapped before, Mapped wanted) {
    Condition mapped =
        MAPPED_PAIR
            .CONNECTION_TOKEN
            .eq(connection.token())
            .and(MAPPED_PAIR.RATE_PLAN_CODE.eq(code));
    if (wanted == Mapped.NOT) {
      transaction.deleteFrom(MAPPED_PAIR).where(mapped).execute();
    }
    if (wanted == Mapped.SYNCHRONISED) {
      markPairs(connection, mappedPairs(mapped));
    } else {
      new PendingStore(transaction).unmarkCode(connection.token(), code);
    }
    if (before == Mapped.NOT) {
      addSoldPairs(connection, SOLD_PAIR.RATE_PLAN_CODE.eq(code));
    }
  }

  void markPairs(Connected connection, Set<Pair> pairs) {
    connections.mark(connection, InventoryKind.PRICES, ConnectedStore.keys(pairs));
    connections.mark(connection, InventoryKind.RESTRICTIONS, ConnectedStore.keys(pairs));
  }

  /** Maps or unmaps a pair; both of its parts must be mapped to map it. */
  void pair(Connected connection, Pair pair, boolean wanted) {
    boolean changed =
        wanted
            ? map(connection, pair)
            : MappingStore.removePair(transaction, connection.token(), pair);
    if (changed) {
      connections.tell(connection);
    }
  }

  private boolean map(Connected connection, Pair pair) {
    Checks.require(
        isMapped(connection, pair),
        "rate plan "
            + pair.ratePlanCode()
            + " and category "
            + pair.spaceTypeCode()
            + " are not both mapped on the connection; map them first");
    if (mappedPairs(MAPPED_PAIR.CONNECTION_TOKEN.eq(connection.token())).contains(pair)) {
      return false;
    }
    add(connection, Set.of(pair));
    return true;
  }

  /** Whether both parts of a pair are mapped. */
  boolean isMapped(Connected connection, Pair pair) {
    return transaction.fetchExists(
            MAPPED_RATE,
            MAPPED_RATE
                .CONNECTION_TOKEN
                .eq(connection.token())
                .and(MAPPED_RATE.RATE_PLAN_CODE.eq(pair.ratePlanCode())))
        && transaction.fetchExists(
            MAPPED_CATEGORY,
            MAPPED_CATEGORY
                .CONNECTION_TOKEN
                .eq(connection.token())
                .and(MAPPED_CATEGORY.SPACE_TYPE_CODE.eq(pair.spaceTypeCode())));
  }

  /** Tokens of the connections that have a rate plan mapped. */
  Set<String> tokensWithRate(String ratePlanCode) {
    return transaction
        .selectFrom(MAPPED_RATE)
        .where(MAPPED_RATE.RATE_PLAN_CODE.eq(ratePlanCode))
        .fetchSet(MAPPED_RATE.CONNECTION_TOKEN);
  }

  private void addSoldPairs(Connected connection, Condition which) {
    Set<Pair> pairs =
        new HashSet<>(
            transaction
                .selectFrom(SOLD_PAIR)
                .where(SOLD_PAIR.PROPERTY_ID.eq(connection.propertyId()).and(which))
                .fetch(row -> new Pair(row.getRatePlanCode(), row.getSpaceTypeCode())));
    pairs.removeAll(mappedPairs(MAPPED_PAIR.CONNECTION_TOKEN.eq(connection.token())));
    pairs.removeIf(pair -> !isMapped(connection, pair));
    add(connection, pairs);
  }

  private void add(Connected connection, Set<Pair> pairs) {
    MappingStore.addPairs(
        transaction, connection.propertyId(), connection.token(), pairs, connection.horizon());
  }

  Set<Pair> mappedPairs(Condition which) {
    return transaction
        .selectFrom(MAPPED_PAIR)
        .where(which)
        .fetchSet(row -> new Pair(row.getRatePlanCode(), row.getSpaceTypeCode()));
  }

  private static Mapped state(@Nullable Boolean synchronised) {
    if (synchronised == null) {
      return Mapped.NOT;
    }
    return synchronised ? Mapped.SYNCHRONISED : Mapped.UNSYNCHRONISED;
  }
}
