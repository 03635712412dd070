package channelcert.mews.property;

import channelcert.contract.mews.AgeCategory;
import channelcert.contract.mews.CompanyProfile;
import channelcert.contract.mews.ConfigurationExtent;
import channelcert.contract.mews.GetConfigurationResponse;
import channelcert.contract.mews.InventoryMapping;
import channelcert.contract.mews.Product;
import channelcert.contract.mews.ProductAmount;
import channelcert.contract.mews.ProductMapping;
import channelcert.contract.mews.RatePlan;
import channelcert.contract.mews.RateType;
import channelcert.contract.mews.SpaceCategory;
import channelcert.contract.mews.SpaceClassification;
import channelcert.contract.mews.TaxValue;
import channelcert.contract.mews.TravelAgencyProfile;
import channelcert.contract.shared.Address;
import channelcert.contract.shared.Channel;
import channelcert.contract.shared.ExtraPricingType;
import channelcert.mews.property.Channels.KnownChannel;
import channelcert.mews.property.PropertyDetails.Bedding;
import channelcert.mews.property.PropertyDetails.BusinessProfile;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The published configuration of a connection. A rate or category that is left out takes its pairs
 * and product mappings with it, so every code that is used is also listed.
 */
final class ConfigurationMapper {
  private static final String TAX_CODE = "NL-R";

  private final PropertyDetails details;
  private final Property property;
  private final PresentationMapper presentation;
  private final Mapping mapping;
  private final List<KnownChannel> channels;

  ConfigurationMapper(PropertyDetails details, Mapping mapping, List<KnownChannel> channels) {
    this.details = details;
    this.property = details.property();
    this.presentation = new PresentationMapper(details.presentation(), property.currencyCode());
    this.mapping = mapping;
    this.channels = channels;
  }

  /**
   * The configuration.
   *
   * @param wanted parts that are asked for; a missing flag means no
   */
  GetConfigurationResponse configuration(String token, @Nullable ConfigurationExtent wanted) {
    ConfigurationExtent extent = wanted == null ? ConfigurationExtent.builder().build() : wanted;
    List<RatePlan> rates = ratePlans(yes(extent.includeUnsynchronizedRates()));
    List<SpaceCategory> categories = categories(yes(extent.includeUnsynchronizedCategories()));
    Set<String> rateCodes = rates.stream().map(RatePlan::code).collect(Collectors.toSet());
    Set<String> categoryCodes =
        categories.stream().map(SpaceCategory::code).collect(Collectors.toSet());
    boolean products = yes(extent.includeProducts());
    boolean companies = yes(extent.includeCompanies());
    return GetConfigurationResponse.builder()
        .success(true)
        .connectionToken(token)
        .property(property())
        .ratePlans(rates)
        .spaceCategories(categories)
        .inventoryMappings(pairs(rateCodes, categoryCodes))
        .products(products ? products(rateCodes) : null)
        .productMappings(products ? productMappings(rateCodes) : null)
        .companies(companies ? companies() : null)
        .travelAgencies(companies ? travelAgencies() : null)
        .ageCategories(yes(extent.includeAgeCategories()) ? ageCategories() : null)
        .build();
  }

  private static boolean yes(@Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }

  private channelcert.contract.mews.Property property() {
    PropertyDetails.Place place = details.place();
    return channelcert.contract.mews.Property.builder()
        .name(property.name())
        .languageCode(place.languageCode())
        .timeZoneIdentifier(property.timeZone())
        .email(property.employeeEmail())
        .spaceCount(property.categories().stream().mapToInt(each -> each.units()).sum())
        .pricingMode(
            switch (property.pricingMode()) {
              case GROSS -> channelcert.contract.mews.PricingMode.GROSS;
              case NET -> channelcert.contract.mews.PricingMode.NET;
            })
        .address(
            Address.builder()
                .addressLine1(place.addressLine())
                .city(place.city())
                .zip(place.zip())
                .country(place.country())
                .build())
        .images(presentation.images(null))
        .build();
  }

  private List<RatePlan> ratePlans(boolean alsoUnsynchronised) {
    return property.ratePlans().stream()
        .filter(rate -> listed(mapping.ratePlans().get(rate.code()), alsoUnsynchronised))
        .filter(rate -> !UnannouncedStore.isUnannounced(rate.code(), rate.name()))
        .map(
            rate ->
                RatePlan.builder()
                    .code(rate.code())
                    .name(rate.name())
                    .currencyCode(property.currencyCode())
                    .isSynchronized(yes(mapping.ratePlans().get(rate.code())))
                    .rateType(RateType.PUBLIC)
                    .cancellationPolicies(presentation.cancellation(rate.code()))
                    .build())
        .toList();
  }

  private List<SpaceCategory> categories(boolean alsoUnsynchronised) {
    return property.categories().stream()
        .filter(category -> listed(mapping.categories().get(category.code()), alsoUnsynchronised))
        .filter(each -> !UnannouncedStore.isUnannounced(each.code(), each.name()))
        .map(this::category)
        .toList();
  }

  /** Whether something is listed; synchronised is absent when it is not mapped. */
  private static boolean listed(@Nullable Boolean synchronised, boolean alsoUnsynchronised) {
    return synchronised != null && (synchronised || alsoUnsynchronised);
  }

  private SpaceCategory category(Property.SpaceCategory category) {
    Bedding bedding = Objects.requireNonNull(details.bedding().get(category.code()));
    return SpaceCategory.builder()
        .code(category.code())
        .name(category.name())
        .isSynchronized(yes(mapping.categories().get(category.code())))
        .classification(SpaceClassification.of(category.classification()))
        .spaceCount(category.units())
        .bedCount(bedding.beds())
        .extraBedCount(bedding.extraBeds())
        .bedType(bedding.bedType())
        .images(presentation.images(category.code()))
        .build();
  }

  private List<InventoryMapping> pairs(Set<String> rates, Set<String> categories) {
    return mapping.pairs().stream()
        .filter(pair -> rates.contains(pair.ratePlanCode()))
        .filter(pair -> categories.contains(pair.spaceTypeCode()))
        .sorted(
            Comparator.comparing(Property.Pair::spaceTypeCode)
                .thenComparing(Property.Pair::ratePlanCode))
        .map(
            pair ->
                InventoryMapping.builder()
                    .ratePlanCode(pair.ratePlanCode())
                    .spaceTypeCode(pair.spaceTypeCode())
                    .build())
        .toList();
  }

  private List<Product> products(Set<String> rates) {
    return property.products().stream()
        .filter(product -> product.packagedInto().stream().anyMatch(rates::contains))
        .map(this::product)
        .toList();
  }

  private Product product(Property.Product product) {
    TaxValue tax =
        TaxValue.builder().code(TAX_CODE).value(product.gross().subtract(product.net())).build();
    return Product.builder()
        .code(product.code())
        .name(product.name())
        .pricing(ExtraPricingType.of(product.pricing()))
        .unitAmount(
            ProductAmount.builder()
                .currencyCode(property.currencyCode())
                .grossValue(product.gross())
                .netValue(product.net())
                .taxValues(List.of(tax))
                .build())
        .build();
  }

  private List<ProductMapping> productMappings(Set<String> rates) {
    return property.products().stream()
        .flatMap(
            product ->
                product.packagedInto().stream()
                    .filter(rates::contains)
                    .map(
                        rate ->
                            ProductMapping.builder()
                                .ratePlanCode(rate)
                                .productCode(product.code())
                                .build()))
        .toList();
  }

  private List<CompanyProfile> companies() {
    return details.profiles().stream()
        .filter(profile -> !profile.travelAgency())
        .map(
            profile ->
                CompanyProfile.builder()
                    .name(profile.name())
                    .iata(profile.iata())
                    .contact(profile.contact())
                    .channel(channel(profile))
                    .build())
        .toList();
  }

  private List<TravelAgencyProfile> travelAgencies() {
    return details.profiles().stream()
        .filter(BusinessProfile::travelAgency)
        .map(
            profile ->
                TravelAgencyProfile.builder()
                    .name(profile.name())
                    .iata(profile.iata())
                    .contact(profile.contact())
                    .channel(channel(profile))
                    .build())
        .toList();
  }

  private @Nullable Channel channel(BusinessProfile profile) {
    return channels.stream()
        .filter(known -> Objects.equals(known.code(), profile.channelCode()))
        .map(known -> Channel.builder().code(known.code()).name(known.name()).build())
        .findFirst()
        .orElse(null);
  }

  private List<AgeCategory> ageCategories() {
    return details.ageCategories().stream()
        .map(
            age ->
                AgeCategory.builder()
                    .code(age.code())
                    .name(age.code())
                    .minimumAge(age.minimumAge())
                    .maximumAge(age.maximumAge())
                    .build())
        .toList();
  }
}
