package channelcert.mews.property;

import static channelcert.store.mews.Tables.PROPERTY;

import channelcert.mews.property.Property.Pair;
import channelcert.mews.property.Property.Product;
import channelcert.mews.property.Property.RatePlan;
import channelcert.mews.property.Property.SpaceCategory;
import channelcert.mews.property.PropertyDetails.AgeCategory;
import channelcert.mews.property.PropertyDetails.Bedding;
import channelcert.store.Database;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/** Edits properties, each change in one transaction with what it triggers. */
public final class PropertyEditingStore implements PropertyEditing {
  private final Database database;
  private final Clock clock;
  private final ConnectionEditing connections;

  /**
   * Makes an editor.
   *
   * @param ids gives tokens of connections and clients, each once
   */
  public PropertyEditingStore(Database database, Clock clock, Supplier<String> ids) {
    this.database = database;
    this.clock = clock;
    this.connections = new ConnectionEditingStore(database, clock, ids);
  }

  @Override
  public Property create(PropertyDetails wanted) {
    Descriptions.check(wanted);
    String id = wanted.property().id();
    database.run(
        transaction -> {
          Checks.require(
              !transaction.fetchExists(PROPERTY, PROPERTY.ID.eq(id)),
              "there is a property with the id " + id + " already");
          new PropertyWriterStore(transaction).insert(wanted);
          PriceRulesStore rules = new PriceRulesStore(transaction);
          rules.writeAges(id, wanted.property().priceRules().agePercent());
          wanted.property().priceRules().dependentRates().forEach(rate -> rules.write(id, rate));
        });
    return new PropertyStore(database).property(id);
  }

  @Override
  public void edit(String propertyId, PropertyChange change) {
    database.run(
        transaction ->
            new HeaderEditingStore(transaction, connected(transaction)).edit(propertyId, change));
  }

  private void categories(Consumer<CategoryEditingStore> change) {
    database.run(
        transaction ->
            change.accept(new CategoryEditingStore(transaction, connected(transaction))));
  }

  private void rates(Consumer<RateEditingStore> change) {
    database.run(
        transaction -> change.accept(new RateEditingStore(transaction, connected(transaction))));
  }

  private void rules(Consumer<RuleEditingStore> change) {
    database.run(
        transaction -> change.accept(new RuleEditingStore(transaction, connected(transaction))));
  }

  private ConnectedStore connected(DSLContext transaction) {
    return new ConnectedStore(transaction, clock.instant());
  }

  @Override
  public void putCategory(String propertyId, SpaceCategory category, Bedding bedding) {
    categories(editing -> editing.put(propertyId, category, bedding));
  }

  @Override
  public void removeCategory(String propertyId, String code) {
    categories(editing -> editing.remove(propertyId, code));
  }

  @Override
  public void putRatePlan(String propertyId, RatePlan ratePlan) {
    rates(editing -> editing.put(propertyId, ratePlan));
  }

  @Override
  public void removeRatePlan(String propertyId, String code) {
    rates(editing -> editing.remove(propertyId, code));
  }

  @Override
  public void putProduct(String propertyId, Product product) {
    rates(editing -> editing.put(propertyId, product));
  }

  @Override
  public void removeProduct(String propertyId, String code) {
    rates(editing -> editing.removeProduct(propertyId, code));
  }

  @Override
  public void putAgeCategory(String propertyId, AgeCategory ageCategory) {
    rates(editing -> editing.put(propertyId, ageCategory));
  }

  @Override
  public void removeAgeCategory(String propertyId, String code) {
    rates(editing -> editing.removeAgeCategory(propertyId, code));
  }

  @Override
  public void sell(String propertyId, Pair pair, List<BigDecimal> standingGross) {
    rates(editing -> editing.sell(propertyId, pair, standingGross));
  }

  @Override
  public void stopSelling(String propertyId, Pair pair) {
    rates(editing -> editing.stopSelling(propertyId, pair));
  }

  @Override
  public void priceByAge(String propertyId, Map<String, BigDecimal> percent) {
    rules(editing -> editing.priceByAge(propertyId, percent));
  }

  @Override
  public void derive(String propertyId, DependentRate rate) {
    rules(editing -> editing.derive(propertyId, rate));
  }

  @Override
  public void endDeriving(String propertyId, String ratePlanCode) {
    rules(editing -> editing.endDeriving(propertyId, ratePlanCode));
  }

  @Override
  public ConnectionEditing connections() {
    return connections;
  }
}
