package channelcert.mews.property;

import channelcert.mews.property.Property.SpaceCategory;
import channelcert.mews.property.PropertyDetails.Bedding;
import channelcert.store.mews.tables.records.AgeCategoryRecord;
import channelcert.store.mews.tables.records.BusinessProfileRecord;
import channelcert.store.mews.tables.records.PackagedProductRecord;
import channelcert.store.mews.tables.records.ProductRecord;
import channelcert.store.mews.tables.records.PropertyRecord;
import channelcert.store.mews.tables.records.RatePlanRecord;
import channelcert.store.mews.tables.records.SoldPairRecord;
import channelcert.store.mews.tables.records.SpaceCategoryRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.TableRecord;

/** Writes a new property, in the transaction of the caller. */
final class PropertyWriterStore {
  private final DSLContext transaction;

  PropertyWriterStore(DSLContext transaction) {
    this.transaction = transaction;
  }

  void insert(PropertyDetails details) {
    transaction.executeInsert(propertyRow(details));
    List<TableRecord<?>> rows = new ArrayList<>();
    rows.addAll(categoryRows(details));
    rows.addAll(rateRows(details.property()));
    rows.addAll(pairRows(details));
    rows.addAll(productRows(details.property().id(), details.property().products()));
    rows.addAll(packagedRows(details.property().id(), details.property().products()));
    rows.addAll(ageRows(details));
    rows.addAll(profileRows(details));
    rows.addAll(PresentationStore.rows(details.property().id(), details.presentation()));
    transaction.batchInsert(rows).execute();
  }

  private static PropertyRecord propertyRow(PropertyDetails details) {
    Property property = details.property();
    return new PropertyRecord()
        .setId(property.id())
        .setName(property.name())
        .setEmployeeEmail(property.employeeEmail())
        .setCurrencyCode(property.currencyCode())
        .setTimeZone(property.timeZone())
        .setTaxPercent(property.taxPercent())
        .setPricingMode(property.pricingMode().name())
        .setLanguageCode(details.place().languageCode())
        .setAddressLine(details.place().addressLine())
        .setCity(details.place().city())
        .setZip(details.place().zip())
        .setCountry(details.place().country());
  }

  private static List<SpaceCategoryRecord> categoryRows(PropertyDetails details) {
    List<SpaceCategoryRecord> rows = new ArrayList<>();
    for (SpaceCategory category : details.property().categories()) {
      Bedding bedding = Objects.requireNonNull(details.bedding().get(category.code()));
      rows.add(categoryRow(details.property().id(), category, bedding, rows.size()));
    }
    return rows;
  }

  static SpaceCategoryRecord categoryRow(
      String propertyId, SpaceCategory category, Bedding bedding, int order) {
    return new SpaceCategoryRecord()
        .setPropertyId(propertyId)
        .setCode(category.code())
        .setSortOrder(order)
        .setName(category.name())
        .setClassification(category.classification())
        .setBeds(bedding.beds())
        .setExtraBeds(bedding.extraBeds())
        .setBedType(bedding.bedType())
        .setUnits(category.units())
        .setSynchronised(category.synchronised());
  }

  private static List<RatePlanRecord> rateRows(Property property) {
    List<RatePlanRecord> rows = new ArrayList<>();
    for (Property.RatePlan rate : property.ratePlans()) {
      rows.add(rateRow(property.id(), rate, rows.size()));
    }
    return rows;
  }

  static RatePlanRecord rateRow(String propertyId, Property.RatePlan rate, int order) {
    return new RatePlanRecord()
        .setPropertyId(propertyId)
        .setCode(rate.code())
        .setSortOrder(order)
        .setName(rate.name())
        .setSynchronised(rate.synchronised());
  }

  private static List<SoldPairRecord> pairRows(PropertyDetails details) {
    String id = details.property().id();
    return details.standingGross().entrySet().stream()
        .map(entry -> pairRow(id, entry.getKey(), PriceList.write(entry.getValue())))
        .toList();
  }

  static SoldPairRecord pairRow(String propertyId, Property.Pair pair, String standingGross) {
    return new SoldPairRecord()
        .setPropertyId(propertyId)
        .setSpaceTypeCode(pair.spaceTypeCode())
        .setRatePlanCode(pair.ratePlanCode())
        .setStandingGross(standingGross);
  }

  static List<ProductRecord> productRows(String propertyId, List<Property.Product> products) {
    return products.stream()
        .map(
            product ->
                new ProductRecord()
                    .setPropertyId(propertyId)
                    .setCode(product.code())
                    .setName(product.name())
                    .setPricing(product.pricing())
                    .setGross(product.gross())
                    .setNet(product.net()))
        .toList();
  }

  static List<PackagedProductRecord> packagedRows(
      String propertyId, List<Property.Product> products) {
    return products.stream()
        .flatMap(
            product ->
                product.packagedInto().stream()
                    .map(
                        rate ->
                            new PackagedProductRecord()
                                .setPropertyId(propertyId)
                                .setProductCode(product.code())
                                .setRatePlanCode(rate)))
        .toList();
  }

  private static List<AgeCategoryRecord> ageRows(PropertyDetails details) {
    List<AgeCategoryRecord> rows = new ArrayList<>();
    for (PropertyDetails.AgeCategory age : details.ageCategories()) {
      rows.add(ageRow(details.property().id(), age, rows.size()));
    }
    return rows;
  }

  static AgeCategoryRecord ageRow(String propertyId, PropertyDetails.AgeCategory age, int order) {
    return new AgeCategoryRecord()
        .setPropertyId(propertyId)
        .setCode(age.code())
        .setSortOrder(order)
        .setMinimumAge(age.minimumAge())
        .setMaximumAge(age.maximumAge());
  }

  private static List<BusinessProfileRecord> profileRows(PropertyDetails details) {
    return details.profiles().stream()
        .map(
            profile ->
                new BusinessProfileRecord()
                    .setPropertyId(details.property().id())
                    .setName(profile.name())
                    .setTravelAgency(profile.travelAgency())
                    .setIata(profile.iata())
                    .setContact(profile.contact())
                    .setChannelCode(profile.channelCode()))
        .toList();
  }
}
