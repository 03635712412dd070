package channelcert.mews.property;

import static channelcert.store.mews.Tables.BOOKED_RESERVATION;
import static channelcert.store.mews.Tables.MAPPED_CATEGORY;
import static channelcert.store.mews.Tables.SOLD_PAIR;
import static channelcert.store.mews.Tables.SPACE_CATEGORY;

import channelcert.mews.inventory.InventoryKey;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.StoredValuesStore;
import channelcert.mews.property.ConnectedStore.Connected;
import channelcert.mews.property.Property.Pair;
import channelcert.mews.property.Property.SpaceCategory;
import channelcert.mews.property.PropertyDetails.Bedding;
import channelcert.store.mews.tables.records.SoldPairRecord;
import channelcert.store.mews.tables.records.SpaceCategoryRecord;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Adds, changes and removes categories, in the transaction of the caller. */
final class CategoryEditingStore {
  /** Published codes of the domain reference, 3.30; 23 is unassigned. */
  private static final Set<Integer> CLASSIFICATIONS =
      IntStream.rangeClosed(1, 25)
          .filter(code -> code != 23)
          .boxed()
          .collect(Collectors.toUnmodifiableSet());

  private final DSLContext transaction;
  private final ConnectedStore connections;
  private final MappingEditingStore mappings;

  CategoryEditingStore(DSLContext transaction, ConnectedStore connections) {
    this.transaction = transaction;
    this.connections = connections;
    this.mappings = new MappingEditingStore(transaction, connections);
  }

  static void check(SpaceCategory category, @Nullable Bedding bedding) {
    String field = "category " + category.code();
    Checks.code("category", category.code());
    Checks.name(field + ".name", category.name());
    Checks.atLeast(field + ".units", category.units(), 0);
    Checks.require(
        CLASSIFICATIONS.contains(category.classification()),
        field + ".classification is " + category.classification() + ", which is not published");
    if (bedding == null) {
      throw new IllegalArgumentException(field + " has no bedding");
    }
    Checks.atLeast(field + ".beds", bedding.beds(), 1);
    Checks.atLeast(field + ".extraBeds", bedding.extraBeds(), 0);
    Checks.require(
        category.capacity() == bedding.beds() + bedding.extraBeds(),
        field + ".capacity is " + category.capacity() + "; give beds and extra beds together");
  }

  void put(String propertyId, SpaceCategory category, Bedding bedding) {
    check(category, bedding);
    List<Connected> concerned = connections.lockProperty(propertyId);
    SpaceCategoryRecord before =
        transaction.fetchOne(SPACE_CATEGORY, row(propertyId, category.code()));
    if (before == null) {
      int order = transaction.fetchCount(SPACE_CATEGORY, SPACE_CATEGORY.PROPERTY_ID.eq(propertyId));
      transaction.executeInsert(
          PropertyWriterStore.categoryRow(propertyId, category, bedding, order));
      return;
    }
    transaction.executeUpdate(
        PropertyWriterStore.categoryRow(propertyId, category, bedding, before.getSortOrder()));
    adapt(before, category);
    mapped(concerned, category.code()).forEach(each -> changed(each, before, category));
  }

  private void adapt(SpaceCategoryRecord before, SpaceCategory category) {
    StoredValuesStore values = new StoredValuesStore(transaction, before.getPropertyId());
    if (category.units() != before.getUnits()) {
      values.addUnits(category.code(), category.units() - before.getUnits());
    }
    if (category.capacity() != capacity(before)) {
      values.fitPrices(category.code(), category.capacity());
      for (SoldPairRecord pair :
          transaction.fetch(
              SOLD_PAIR,
              SOLD_PAIR
                  .PROPERTY_ID
                  .eq(before.getPropertyId())
                  .and(SOLD_PAIR.SPACE_TYPE_CODE.eq(category.code())))) {
        pair.setStandingGross(StoredValuesStore.fit(pair.getStandingGross(), category.capacity()));
        pair.store();
      }
    }
  }

  private void changed(Connected connection, SpaceCategoryRecord before, SpaceCategory category) {
    String code = category.code();
    if (category.units() != before.getUnits()) {
      connections.mark(connection, InventoryKind.AVAILABILITY, Set.of(InventoryKey.category(code)));
    }
    if (category.capacity() != capacity(before)) {
      Set<Pair> pairs = mappings.mappedPairs(MappingEditingStore.ofCategory(connection, code));
      connections.mark(connection, InventoryKind.PRICES, ConnectedStore.keys(pairs));
    }
    if (category.synchronised() != before.getSynchronised()) {
      mappings.category(
          connection, code, category.synchronised() ? Mapped.SYNCHRONISED : Mapped.UNSYNCHRONISED);
    }
    connections.tell(connection);
  }

  void remove(String propertyId, String code) {
    List<Connected> concerned = connections.lockProperty(propertyId);
    Checks.require(
        transaction.fetchExists(SPACE_CATEGORY, row(propertyId, code)),
        "the property has no category " + code);
    Checks.require(
        !isBooked(transaction, propertyId, code),
        "category " + code + " has reservations; cancel them before it is removed");
    concerned.forEach(connection -> mappings.category(connection, code, Mapped.NOT));
    new StoredValuesStore(transaction, propertyId).forgetCategory(code);
    new PresentationStore(transaction).forgetCategory(propertyId, code);
    transaction
        .deleteFrom(SOLD_PAIR)
        .where(SOLD_PAIR.PROPERTY_ID.eq(propertyId).and(SOLD_PAIR.SPACE_TYPE_CODE.eq(code)))
        .execute();
    transaction.deleteFrom(SPACE_CATEGORY).where(row(propertyId, code)).execute();
  }

  /** Whether a reservation that is not cancelled names the code. */
  static boolean isBooked(DSLContext transaction, String propertyId, String code) {
    return transaction.fetchExists(
        BOOKED_RESERVATION,
        BOOKED_RESERVATION
            .PROPERTY_ID
            .eq(propertyId)
            .andNot(BOOKED_RESERVATION.CANCELLED)
            .and(BOOKED_RESERVATION.DEFINITION.contains("\"" + code + "\"")));
  }

  private List<Connected> mapped(List<Connected> connected, String code) {
    List<String> tokens =
        transaction
            .selectFrom(MAPPED_CATEGORY)
            .where(MAPPED_CATEGORY.SPACE_TYPE_CODE.eq(code))
            .and(
                MAPPED_CATEGORY.CONNECTION_TOKEN.in(
                    connected.stream().map(Connected::token).toList()))
            .fetch(MAPPED_CATEGORY.CONNECTION_TOKEN);
    return connected.stream().filter(each -> tokens.contains(each.token())).toList();
  }

  private static int capacity(SpaceCategoryRecord row) {
    return row.getBeds() + row.getExtraBeds();
  }

  private static Condition row(String propertyId, String code) {
    return SPACE_CATEGORY.PROPERTY_ID.eq(propertyId).and(SPACE_CATEGORY.CODE.eq(code));
  }
}
