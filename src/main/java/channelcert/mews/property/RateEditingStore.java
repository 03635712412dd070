package channelcert.mews.property;

import static channelcert.store.mews.Tables.AGE_CATEGORY;
import static channelcert.store.mews.Tables.AGE_PRICE;
import static channelcert.store.mews.Tables.PACKAGED_PRODUCT;
import static channelcert.store.mews.Tables.PRODUCT;
import static channelcert.store.mews.Tables.RATE_PLAN;
import static channelcert.store.mews.Tables.SOLD_PAIR;
import static channelcert.store.mews.Tables.SPACE_CATEGORY;

import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.StoredValuesStore;
import channelcert.mews.property.ConnectedStore.Connected;
import channelcert.mews.property.Property.Pair;
import channelcert.mews.property.Property.Product;
import channelcert.mews.property.Property.RatePlan;
import channelcert.mews.property.PropertyDetails.AgeCategory;
import channelcert.store.mews.tables.records.RatePlanRecord;
import channelcert.store.mews.tables.records.SpaceCategoryRecord;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * Adds, changes and removes rate plans, what they are sold for, products and age categories, in the
 * transaction of the caller.
 */
final class RateEditingStore {
  private static final int MOST_PRODUCT_PRICING = 4;

  private final DSLContext transaction;
  private final ConnectedStore connections;
  private final MappingEditingStore mappings;
  private final RuleEditingStore rules;

  RateEditingStore(DSLContext transaction, ConnectedStore connections) {
    this.transaction = transaction;
    this.connections = connections;
    this.mappings = new MappingEditingStore(transaction, connections);
    this.rules = new RuleEditingStore(transaction, connections);
  }

  static void check(RatePlan rate) {
    Checks.code("rate plan", rate.code());
    Checks.name("rate plan " + rate.code() + ".name", rate.name());
  }

  static void check(Product product, List<String> ratePlanCodes) {
    String field = "product " + product.code();
    Checks.code("product", product.code());
    Checks.name(field + ".name", product.name());
    Checks.require(
        product.pricing() >= 1 && product.pricing() <= MOST_PRODUCT_PRICING,
        field + ".pricing is " + product.pricing() + "; give 1, 2, 3 or 4");
    Checks.amount(field + ".gross", product.gross());
    Checks.amount(field + ".net", product.net());
    Checks.require(
        ratePlanCodes.containsAll(product.packagedInto()),
        field + ".packagedInto names an unknown rate plan; there are " + ratePlanCodes);
  }

  void put(String propertyId, RatePlan rate) {
    check(rate);
    List<Connected> concerned = connections.lockProperty(propertyId);
    RatePlanRecord before = transaction.fetchOne(RATE_PLAN, row(propertyId, rate.code()));
    if (before == null) {
      int order = transaction.fetchCount(RATE_PLAN, RATE_PLAN.PROPERTY_ID.eq(propertyId));
      transaction.executeInsert(PropertyWriterStore.rateRow(propertyId, rate, order));
      return;
    }
    transaction.executeUpdate(PropertyWriterStore.rateRow(propertyId, rate, before.getSortOrder()));
    Set<String> mapped = mappings.tokensWithRate(rate.code());
    for (Connected each : concerned.stream().filter(c -> mapped.contains(c.token())).toList()) {
      if (rate.synchronised() != before.getSynchronised()) {
        mappings.ratePlan(
            each, rate.code(), rate.synchronised() ? Mapped.SYNCHRONISED : Mapped.UNSYNCHRONISED);
      }
      connections.tell(each);
    }
  }

  void remove(String propertyId, String code) {
    List<Connected> concerned = connections.lockProperty(propertyId);
    Checks.require(
        transaction.fetchExists(RATE_PLAN, row(propertyId, code)),
        "the property has no rate plan " + code);
    Checks.require(
        !CategoryEditingStore.isBooked(transaction, propertyId, code),
        "rate plan " + code + " has reservations; cancel them before it is removed");
    PriceRulesStore known = new PriceRulesStore(transaction);
    Checks.require(
        known.read(propertyId).dependentRates().stream()
            .noneMatch(rate -> rate.baseRatePlanCode().equals(code)),
        "rate plan " + code + " is the base of another rate; end that before it is removed");
    concerned.forEach(connection -> mappings.ratePlan(connection, code, Mapped.NOT));
    known.remove(propertyId, code);
    new StoredValuesStore(transaction, propertyId).forgetRate(code);
    new PresentationStore(transaction).forgetRate(propertyId, code);
    Condition packaged =
        PACKAGED_PRODUCT.PROPERTY_ID.eq(propertyId).and(PACKAGED_PRODUCT.RATE_PLAN_CODE.eq(code));
    transaction.deleteFrom(PACKAGED_PRODUCT).where(packaged).execute();
    transaction
        .deleteFrom(SOLD_PAIR)
        .where(SOLD_PAIR.PROPERTY_ID.eq(propertyId).and(SOLD_PAIR.RATE_PLAN_CODE.eq(code)))
        .execute();
    transaction.deleteFrom(RATE_PLAN).where(row(propertyId, code)).execute();
  }

  void put(String propertyId, Product product) {
    List<Connected> concerned = connections.lockProperty(propertyId);
    check(
        product,
        transaction
            .selectFrom(RATE_PLAN)
            .where(RATE_PLAN.PROPERTY_ID.eq(propertyId))
            .fetch(RATE_PLAN.CODE));
    Set<String> repriced = new HashSet<>(product.packagedInto());
    repriced.addAll(packagedInto(propertyId, product.code()));
    delete(propertyId, product.code());
    transaction
        .batchInsert(PropertyWriterStore.productRows(propertyId, List.of(product)))
        .execute();
    transaction
        .batchInsert(PropertyWriterStore.packagedRows(propertyId, List.of(product)))
        .execute();
    rules.markRates(concerned, repriced);
  }

  void removeProduct(String propertyId, String code) {
    List<Connected> concerned = connections.lockProperty(propertyId);
    List<String> repriced = packagedInto(propertyId, code);
    Checks.require(delete(propertyId, code) > 0, "the property has no product " + code);
    rules.markRates(concerned, repriced);
  }

  private List<String> packagedInto(String propertyId, String code) {
    return transaction
        .selectFrom(PACKAGED_PRODUCT)
        .where(PACKAGED_PRODUCT.PROPERTY_ID.eq(propertyId))
        .and(PACKAGED_PRODUCT.PRODUCT_CODE.eq(code))
        .fetch(PACKAGED_PRODUCT.RATE_PLAN_CODE);
  }

  private int delete(String propertyId, String productCode) {
    transaction
        .deleteFrom(PACKAGED_PRODUCT)
        .where(PACKAGED_PRODUCT.PROPERTY_ID.eq(propertyId))
        .and(PACKAGED_PRODUCT.PRODUCT_CODE.eq(productCode))
        .execute();
    return transaction
        .deleteFrom(PRODUCT)
        .where(PRODUCT.PROPERTY_ID.eq(propertyId).and(PRODUCT.CODE.eq(productCode)))
        .execute();
  }

  void put(String propertyId, AgeCategory age) {
    Checks.code("age category", age.code());
    Integer youngest = age.minimumAge();
    Integer oldest = age.maximumAge();
    Checks.require(
        youngest == null || oldest == null || youngest <= oldest,
        "age category " + age.code() + " ends before it begins");
    connections.lockProperty(propertyId);
    int order = transaction.fetchCount(AGE_CATEGORY, AGE_CATEGORY.PROPERTY_ID.eq(propertyId));
    transaction.deleteFrom(AGE_CATEGORY).where(ageRow(propertyId, age.code())).execute();
    transaction.executeInsert(PropertyWriterStore.ageRow(propertyId, age, order));
  }

  void removeAgeCategory(String propertyId, String code) {
    List<Connected> concerned = connections.lockProperty(propertyId);
    int removed = transaction.deleteFrom(AGE_CATEGORY).where(ageRow(propertyId, code)).execute();
    Checks.require(removed > 0, "the property has no age category " + code);
    int priced =
        transaction
            .deleteFrom(AGE_PRICE)
            .where(AGE_PRICE.PROPERTY_ID.eq(propertyId).and(AGE_PRICE.AGE_CATEGORY_CODE.eq(code)))
            .execute();
    if (priced > 0) {
      concerned.forEach(each -> connections.markAll(each, Set.of(InventoryKind.PRICES)));
    }
  }

  void sell(String propertyId, Pair pair, List<BigDecimal> standingGross) {
    List<Connected> concerned = connections.lockProperty(propertyId);
    SpaceCategoryRecord category =
        transaction.fetchOne(
            SPACE_CATEGORY,
            SPACE_CATEGORY
                .PROPERTY_ID
                .eq(propertyId)
                .and(SPACE_CATEGORY.CODE.eq(pair.spaceTypeCode())));
    Checks.require(category != null, "the property has no category " + pair.spaceTypeCode());
    Checks.require(
        transaction.fetchExists(RATE_PLAN, row(propertyId, pair.ratePlanCode())),
        "the property has no rate plan " + pair.ratePlanCode());
    Checks.prices("standingGross", standingGross, category.getBeds() + category.getExtraBeds());
    transaction.deleteFrom(SOLD_PAIR).where(soldRow(propertyId, pair)).execute();
    transaction.executeInsert(
        PropertyWriterStore.pairRow(propertyId, pair, PriceList.write(standingGross)));
    for (Connected connection : concerned) {
      if (mappings.isMapped(connection, pair)) {
        mappings.pair(connection, pair, true);
        connections.mark(connection, InventoryKind.PRICES, ConnectedStore.keys(Set.of(pair)));
      }
    }
  }

  void stopSelling(String propertyId, Pair pair) {
    List<Connected> concerned = connections.lockProperty(propertyId);
    int removed = transaction.deleteFrom(SOLD_PAIR).where(soldRow(propertyId, pair)).execute();
    Checks.require(
        removed > 0,
        "rate plan " + pair.ratePlanCode() + " is not sold for category " + pair.spaceTypeCode());
    concerned.forEach(connection -> mappings.pair(connection, pair, false));
  }

  private static Condition row(String propertyId, String code) {
    return RATE_PLAN.PROPERTY_ID.eq(propertyId).and(RATE_PLAN.CODE.eq(code));
  }

  private static Condition ageRow(String propertyId, String code) {
    return AGE_CATEGORY.PROPERTY_ID.eq(propertyId).and(AGE_CATEGORY.CODE.eq(code));
  }

  private static Condition soldRow(String propertyId, Pair pair) {
    return SOLD_PAIR
        .PROPERTY_ID
        .eq(propertyId)
        .and(SOLD_PAIR.SPACE_TYPE_CODE.eq(pair.spaceTypeCode()))
        .and(SOLD_PAIR.RATE_PLAN_CODE.eq(pair.ratePlanCode()));
  }
}
