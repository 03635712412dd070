package channelcert.mews.property;

import static channelcert.store.mews.Tables.AGE_CATEGORY;
import static channelcert.store.mews.Tables.MAPPED_PAIR;
import static channelcert.store.mews.Tables.RATE_PLAN;

import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.property.ConnectedStore.Connected;
import channelcert.mews.property.Property.Pair;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;

/** Changes how prices follow from others, in the transaction of the caller. */
final class RuleEditingStore {
  private final DSLContext transaction;
  private final ConnectedStore connections;
  private final PriceRulesStore rules;

  RuleEditingStore(DSLContext transaction, ConnectedStore connections) {
    this.transaction = transaction;
    this.connections = connections;
    this.rules = new PriceRulesStore(transaction);
  }

  void priceByAge(String propertyId, Map<String, BigDecimal> percent) {
    List<Connected> concerned = connections.lockProperty(propertyId);
    List<String> ages =
        transaction
            .selectFrom(AGE_CATEGORY)
            .where(AGE_CATEGORY.PROPERTY_ID.eq(propertyId))
            .fetch(AGE_CATEGORY.CODE);
    percent.forEach(
        (code, each) -> {
          Checks.require(ages.contains(code), "the property has no age category " + code);
          Checks.amount("percent of " + code, each);
        });
    rules.writeAges(propertyId, percent);
    concerned.forEach(connection -> connections.markAll(connection, Set.of(InventoryKind.PRICES)));
  }

  void derive(String propertyId, DependentRate rate) {
    List<Connected> concerned = connections.lockProperty(propertyId);
    checkRate(propertyId, rate.ratePlanCode());
    checkRate(propertyId, rate.baseRatePlanCode());
    PriceRules known = rules.read(propertyId);
    Checks.require(
        !rate.ratePlanCode().equals(rate.baseRatePlanCode())
            && known.ruleOf(rate.baseRatePlanCode()).isEmpty(),
        "baseRatePlanCode "
            + rate.baseRatePlanCode()
            + " follows another rate itself; name a rate with prices of its own");
    Checks.require(
        known.dependentRates().stream()
            .noneMatch(other -> other.baseRatePlanCode().equals(rate.ratePlanCode())),
        "ratePlanCode "
            + rate.ratePlanCode()
            + " is the base of another rate; end that before it follows one itself");
    rules.write(propertyId, rate);
    markRates(concerned, Set.of(rate.ratePlanCode()));
  }

  void endDeriving(String propertyId, String ratePlanCode) {
    List<Connected> concerned = connections.lockProperty(propertyId);
    Checks.require(
        rules.remove(propertyId, ratePlanCode), "rate plan " + ratePlanCode + " follows no other");
    markRates(concerned, Set.of(ratePlanCode));
  }

  private void checkRate(String propertyId, String code) {
    Checks.require(
        transaction.fetchExists(
            RATE_PLAN, RATE_PLAN.PROPERTY_ID.eq(propertyId).and(RATE_PLAN.CODE.eq(code))),
        "the property has no rate plan " + code);
  }

  /** Has the prices of the rates, and of those that follow them, pushed on the connections. */
  void markRates(List<Connected> concerned, Collection<String> ratePlanCodes) {
    concerned.forEach(connection -> markRates(connection, ratePlanCodes));
  }

  void markRates(Connected connection, Collection<String> ratePlanCodes) {
    Set<String> codes = new HashSet<>(ratePlanCodes);
    rules.read(connection.propertyId()).dependentRates().stream()
        .filter(rate -> ratePlanCodes.contains(rate.baseRatePlanCode()))
        .forEach(rate -> codes.add(rate.ratePlanCode()));
    Set<Pair> pairs =
        transaction
            .selectFrom(MAPPED_PAIR)
            .where(MAPPED_PAIR.CONNECTION_TOKEN.eq(connection.token()))
            .and(MAPPED_PAIR.RATE_PLAN_CODE.in(codes))
            .fetchSet(row -> new Pair(row.getRatePlanCode(), row.getSpaceTypeCode()));
    connections.mark(connection, InventoryKind.PRICES, ConnectedStore.keys(pairs));
  }
}
