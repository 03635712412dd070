package channelcert.mews.property;

import static channelcert.store.mews.Tables.AGE_CATEGORY;
import static channelcert.store.mews.Tables.BUSINESS_PROFILE;
import static channelcert.store.mews.Tables.PACKAGED_PRODUCT;
import static channelcert.store.mews.Tables.PRODUCT;
import static channelcert.store.mews.Tables.PROPERTY;
import static channelcert.store.mews.Tables.RATE_PLAN;
import static channelcert.store.mews.Tables.SOLD_PAIR;
import static channelcert.store.mews.Tables.SPACE_CATEGORY;

import channelcert.contract.shared.ErrorCode;
import channelcert.mews.Refusal;
import channelcert.mews.property.Property.Pair;
import channelcert.mews.property.Property.Product;
import channelcert.mews.property.Property.RatePlan;
import channelcert.mews.property.Property.SpaceCategory;
import channelcert.mews.property.PropertyDetails.AgeCategory;
import channelcert.mews.property.PropertyDetails.Bedding;
import channelcert.mews.property.PropertyDetails.BusinessProfile;
import channelcert.mews.property.PropertyDetails.Place;
import channelcert.store.Database;
import channelcert.store.mews.tables.records.PropertyRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;

/** The properties of the test environment, and the door to them. */
public final class PropertyStore implements Connections {
  private static final int MOST_ATTEMPTS = 10;

  private final Database database;
  private final ConnectionStore connections;

  public PropertyStore(Database database) {
    this.database = database;
    this.connections = new ConnectionStore(database);
  }

  /** Makes the reference property; a second one gets a number behind its id. */
  public Property createReference(PricingMode mode) {
    String wanted = mode == PricingMode.GROSS ? "canal-house" : "canal-house-net";
    for (int attempt = 1; ; attempt++) {
      try {
        return database.transact(transaction -> insertReference(transaction, mode, wanted));
      } catch (IntegrityConstraintViolationException e) {
        // Somebody else, perhaps another process, took the same id at the same moment.
        if (attempt == MOST_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static Property insertReference(DSLContext transaction, PricingMode mode, String wanted) {
    PropertyDetails details = ReferenceProperty.with(mode, freeId(transaction, wanted));
    new PropertyWriterStore(transaction).insert(details);
    return details.property();
  }

  private static String freeId(DSLContext transaction, String wanted) {
    String id = wanted;
    for (int number = 2; transaction.fetchExists(PROPERTY, PROPERTY.ID.eq(id)); number++) {
      id = wanted + "-" + number;
    }
    return id;
  }

  /**
   * The property as it is now.
   *
   * @throws IllegalArgumentException when there is none with the id
   */
  public Property property(String id) {
    return read(id)
        .orElseThrow(() -> new IllegalArgumentException("there is no property with the id " + id));
  }

  /** The property with what only its configuration tells. */
  public PropertyDetails details(String id) {
    DSLContext dsl = database.dsl();
    PropertyRecord row = dsl.fetchSingle(PROPERTY, PROPERTY.ID.eq(id));
    Place place =
        new Place(
            row.getLanguageCode(),
            row.getAddressLine(),
            row.getCity(),
            row.getZip(),
            row.getCountry());
    return new PropertyDetails(
        property(id),
        place,
        bedding(id),
        ageCategories(id),
        profiles(id),
        standingGross(id),
        new PresentationStore(dsl).read(id));
  }

  @Override
  public Access authenticate(String clientToken, String connectionToken) {
    Optional<Access.Granted> found = find(connectionToken);
    if (found.isEmpty() || !connections.opens(clientToken, connectionToken)) {
      return denied(
          ErrorCode.INVALID_AUTHENTICATION,
          "The client token is unknown, or the connection token does not belong to it; send the"
              + " tokens issued for this environment.");
    }
    if (!found.get().connection().active()) {
      return denied(
          ErrorCode.CONNECTION_NOT_FOUND,
          connections.isDeleted(connectionToken)
              ? "The connection was deleted in Mews; ask the property to make a new one."
              : "The connection is switched off in Mews; ask the property to enable it.");
    }
    return found.get();
  }

  private static Access denied(ErrorCode code, String message) {
    return new Access.Denied(Refusal.of(code, message));
  }

  @Override
  public Optional<Access.Granted> find(String connectionToken) {
    return connections
        .details(connectionToken)
        .map(connection -> new Access.Granted(connection, property(connection.propertyId())));
  }

  private Optional<Property> read(String id) {
    return database
        .dsl()
        .fetchOptional(PROPERTY, PROPERTY.ID.eq(id))
        .map(
            row ->
                new Property(
                    id,
                    row.getName(),
                    row.getEmployeeEmail(),
                    row.getCurrencyCode(),
                    row.getTimeZone(),
                    row.getTaxPercent(),
                    PricingMode.valueOf(row.getPricingMode()),
                    categories(id),
                    ratePlans(id),
                    pairs(id),
                    products(id),
                    new PriceRulesStore(database.dsl()).read(id)));
  }

  private List<SpaceCategory> categories(String id) {
    return database
        .dsl()
        .selectFrom(SPACE_CATEGORY)
        .where(SPACE_CATEGORY.PROPERTY_ID.eq(id))
        .orderBy(SPACE_CATEGORY.SORT_ORDER, SPACE_CATEGORY.CODE)
        .fetch(
            row ->
                new SpaceCategory(
                    row.getCode(),
                    row.getName(),
                    row.getClassification(),
                    row.getBeds() + row.getExtraBeds(),
                    row.getUnits(),
                    row.getSynchronised()));
  }

  private List<RatePlan> ratePlans(String id) {
    return database
        .dsl()
        .selectFrom(RATE_PLAN)
        .where(RATE_PLAN.PROPERTY_ID.eq(id))
        .orderBy(RATE_PLAN.SORT_ORDER, RATE_PLAN.CODE)
        .fetch(row -> new RatePlan(row.getCode(), row.getName(), row.getSynchronised()));
  }

  private List<Pair> pairs(String id) {
    return database
        .dsl()
        .select(SOLD_PAIR.RATE_PLAN_CODE, SOLD_PAIR.SPACE_TYPE_CODE)
        .from(SOLD_PAIR)
        .where(SOLD_PAIR.PROPERTY_ID.eq(id))
        .orderBy(SOLD_PAIR.SPACE_TYPE_CODE, SOLD_PAIR.RATE_PLAN_CODE)
        .fetch(row -> new Pair(row.value1(), row.value2()));
  }

  private List<Product> products(String id) {
    Map<String, List<String>> packaged =
        database
            .dsl()
            .selectFrom(PACKAGED_PRODUCT)
            .where(PACKAGED_PRODUCT.PROPERTY_ID.eq(id))
            .orderBy(PACKAGED_PRODUCT.RATE_PLAN_CODE)
            .fetchGroups(PACKAGED_PRODUCT.PRODUCT_CODE, PACKAGED_PRODUCT.RATE_PLAN_CODE);
    return database
        .dsl()
        .selectFrom(PRODUCT)
        .where(PRODUCT.PROPERTY_ID.eq(id))
        .orderBy(PRODUCT.CODE)
        .fetch(
            row ->
                new Product(
                    row.getCode(),
                    row.getName(),
                    row.getPricing(),
                    row.getGross(),
                    row.getNet(),
                    packaged.getOrDefault(row.getCode(), List.of())));
  }

  private Map<String, Bedding> bedding(String id) {
    return database
        .dsl()
        .selectFrom(SPACE_CATEGORY)
        .where(SPACE_CATEGORY.PROPERTY_ID.eq(id))
        .fetchMap(
            SPACE_CATEGORY.CODE,
            row -> new Bedding(row.getBeds(), row.getExtraBeds(), row.getBedType()));
  }

  private List<AgeCategory> ageCategories(String id) {
    return database
        .dsl()
        .selectFrom(AGE_CATEGORY)
        .where(AGE_CATEGORY.PROPERTY_ID.eq(id))
        .orderBy(AGE_CATEGORY.SORT_ORDER)
        .fetch(row -> new AgeCategory(row.getCode(), row.getMinimumAge(), row.getMaximumAge()));
  }

  private List<BusinessProfile> profiles(String id) {
    return database
        .dsl()
        .selectFrom(BUSINESS_PROFILE)
        .where(BUSINESS_PROFILE.PROPERTY_ID.eq(id))
        .orderBy(BUSINESS_PROFILE.NAME)
        .fetch(
            row ->
                new BusinessProfile(
                    row.getName(),
                    row.getTravelAgency(),
                    row.getIata(),
                    row.getContact(),
                    row.getChannelCode()));
  }

  private Map<Pair, List<BigDecimal>> standingGross(String id) {
    return database
        .dsl()
        .selectFrom(SOLD_PAIR)
        .where(SOLD_PAIR.PROPERTY_ID.eq(id))
        .fetchMap(
            row -> new Pair(row.getRatePlanCode(), row.getSpaceTypeCode()),
            row -> PriceList.read(row.getStandingGross()));
  }
}
