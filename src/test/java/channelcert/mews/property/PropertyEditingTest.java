package channelcert.mews.property;

import static channelcert.mews.MewsFixture.CLIENT;
import static channelcert.mews.MewsFixture.CONNECTION;
import static channelcert.mews.MewsFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import channelcert.contract.channelmanager.UpdateAvailabilityRequest;
import channelcert.contract.channelmanager.UpdatePricesRequest;
import channelcert.contract.channelmanager.UpdateRestrictionsRequest;
import channelcert.contract.shared.ErrorCode;
import channelcert.mews.FakeChannelManager;
import channelcert.mews.MewsFixture;
import channelcert.mews.inventory.AvailabilityChange;
import channelcert.mews.inventory.HotelierRestriction;
import channelcert.mews.inventory.HotelierRestriction.Closure;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.Nights;
import channelcert.mews.property.Property.Pair;
import channelcert.mews.property.Property.Product;
import channelcert.mews.property.Property.RatePlan;
import channelcert.mews.property.Property.SpaceCategory;
import channelcert.mews.property.PropertyDetails.Bedding;
import channelcert.mews.property.PropertyDetails.Place;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PropertyEditingTest {
  private static final String HOUSE = "canal-house";

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void makesAPropertyFromItsDescription(DatabaseUrl url) {
    try (MewsFixture fixture = MewsFixture.connected(url)) {
      PropertyDetails wanted = hostel();
      Property made = fixture.mews.editing().create(wanted);

      assertThat(made).isEqualTo(wanted.property());
      assertThat(fixture.mews.property("north-hostel")).isEqualTo(made);
      assertThatThrownBy(() -> fixture.mews.editing().create(wanted))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("north-hostel");
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void moreUnitsRaiseEveryNightAlsoThoseWithAValue(DatabaseUrl url) {
    try (MewsFixture fixture = MewsFixture.connected(url).synchronised()) {
      fixture.mews.changeAvailability(
          HOUSE, List.of(new AvailabilityChange("DBL", Nights.of(TODAY, 2), 5)));
      fixture.tickUntilIdle();
      fixture.channelManager.received.clear();

      editing(fixture).putCategory(HOUSE, doubles(3, 14), new Bedding(2, 1, 3));
      fixture.tickUntilIdle();

      assertThat(fixture.channelManager.received(UpdateAvailabilityRequest.class))
          .flatMap(UpdateAvailabilityRequest::availabilities)
          .extracting(each -> each.spaceTypeCode() + " " + each.from() + " " + each.availability())
          .containsExactly("DBL 2027-01-01 7", "DBL 2027-01-03 14");
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void aNewCapacityIsFollowedByItsPrices(DatabaseUrl url) {
    try (MewsFixture fixture = MewsFixture.connected(url).synchronised()) {
      editing(fixture).putCategory(HOUSE, doubles(4, 12), new Bedding(2, 2, 3));
      fixture.tickUntilIdle();

      assertThat(fixture.channelManager.received(UpdatePricesRequest.class))
          .flatMap(UpdatePricesRequest::ratePrices)
          .isNotEmpty()
          .allSatisfy(
              price -> {
                assertThat(price.spaceTypeCode()).isEqualTo("DBL");
                assertThat(price.prices()).hasSize(4);
                assertThat(price.prices().get(3).grossAmount())
                    .isGreaterThanOrEqualTo(price.prices().get(2).grossAmount());
              });
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void aNewCategoryIsSoldMappedAndPushed(DatabaseUrl url) {
    try (MewsFixture fixture = MewsFixture.connected(url).synchronised()) {
      PropertyEditing editing = editing(fixture);
      editing.putCategory(
          HOUSE, new SpaceCategory("VIL", "Villa", 15, 2, 1, true), new Bedding(2, 0, 5));
      editing.sell(HOUSE, new Pair("FLX", "VIL"), amounts("300.00", "310.00"));
      fixture.tickUntilIdle();
      assertThat(fixture.channelManager.received).isEmpty();

      editing.connections().category(CONNECTION, "VIL", Mapped.SYNCHRONISED);
      fixture.tickUntilIdle();

      assertThat(fixture.channelManager.received(UpdateAvailabilityRequest.class)).hasSize(1);
      assertThat(fixture.channelManager.received(UpdatePricesRequest.class))
          .flatMap(UpdatePricesRequest::ratePrices)
          .isNotEmpty()
          .allMatch(price -> price.spaceTypeCode().equals("VIL"));

      editing.removeCategory(HOUSE, "VIL");
      assertThat(fixture.mews.isSynchronised(CONNECTION, "VIL")).isFalse();
      assertThat(fixture.mews.property(HOUSE).pairs())
          .noneMatch(pair -> pair.spaceTypeCode().equals("VIL"));
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void whatAnError10TookOutComesBackWithItsPairs(DatabaseUrl url) {
    try (MewsFixture fixture = MewsFixture.connected(url).synchronised()) {
      fixture.channelManager.answerNext(FakeChannelManager.refusal(10, null, "BED"));
      fixture.mews.requestFullUpdate(
          CONNECTION, Nights.of(TODAY, 1), Set.of(InventoryKind.AVAILABILITY));
      fixture.tickUntilIdle();
      fixture.channelManager.received.clear();

      editing(fixture).connections().category(CONNECTION, "BED", Mapped.SYNCHRONISED);
      fixture.tickUntilIdle();

      assertThat(fixture.channelManager.received(UpdatePricesRequest.class))
          .flatMap(UpdatePricesRequest::ratePrices)
          .extracting(price -> price.ratePlanCode())
          .contains("FLX", "NRF", "LST", "CRP", "PKG");
    }
  }

  @Test
  void aKindThatAnError13SwitchedOffIsSwitchedOnAgain() {
    try (MewsFixture fixture = MewsFixture.connected(Databases.inMemory()).synchronised()) {
      fixture.channelManager.answerNext(FakeChannelManager.refusal(13, null, null));
      fixture.mews.requestFullUpdate(CONNECTION, Nights.of(TODAY, 1), Set.of(InventoryKind.PRICES));
      fixture.tickUntilIdle();
      fixture.channelManager.received.clear();

      editing(fixture).connections().enableKind(CONNECTION, InventoryKind.PRICES);
      fixture.tickUntilIdle();

      assertThat(fixture.channelManager.received(UpdatePricesRequest.class)).isNotEmpty();
      assertThat(fixture.channelManager.received(UpdateAvailabilityRequest.class)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void aProductPackagedIntoARateChangesItsPrices(DatabaseUrl url) {
    try (MewsFixture fixture = MewsFixture.connected(url).synchronised()) {
      editing(fixture)
          .putProduct(
              HOUSE,
              new Product(
                  "PRK",
                  "Parking",
                  3,
                  new BigDecimal("20.00"),
                  new BigDecimal("18.35"),
                  List.of("CRP")));
      fixture.tickUntilIdle();

      assertThat(fixture.channelManager.received(UpdatePricesRequest.class))
          .flatMap(UpdatePricesRequest::ratePrices)
          .isNotEmpty()
          .allMatch(price -> price.ratePlanCode().equals("CRP"))
          .filteredOn(price -> price.spaceTypeCode().equals("SGL"))
          .first()
          .satisfies(
              price ->
                  assertThat(price.prices().getFirst().grossAmount())
                      .isEqualByComparingTo("111.00"));
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void aDisabledConnectionIsSentNothingUntilEnabledForItsWholeHorizon(DatabaseUrl url) {
    try (MewsFixture fixture = MewsFixture.connected(url).synchronised()) {
      ConnectionEditing connections = editing(fixture).connections();
      connections.disable(CONNECTION);
      fixture.mews.changeAvailability(
          HOUSE, List.of(new AvailabilityChange("DBL", Nights.of(TODAY, 2), 5)));
      fixture.tickUntilIdle();
      assertThat(fixture.channelManager.received(UpdateAvailabilityRequest.class)).isEmpty();
      assertThat(access(fixture, CLIENT))
          .isInstanceOfSatisfying(
              Access.Denied.class,
              denied ->
                  assertThat(denied.refusal().code()).isEqualTo(ErrorCode.CONNECTION_NOT_FOUND));

      connections.enable(CONNECTION);
      fixture.tickUntilIdle();
      assertThat(fixture.channelManager.received(UpdateAvailabilityRequest.class))
          .flatMap(UpdateAvailabilityRequest::availabilities)
          .anyMatch(each -> each.to().equals(TODAY.plusDays(364)))
          .anyMatch(each -> each.spaceTypeCode().equals("DBL") && each.availability() == 5);
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void aLongerHorizonIsPushedAndSmallerMessagesAreKept(DatabaseUrl url) {
    try (MewsFixture fixture = MewsFixture.connected(url, 30, 30, 5000).synchronised()) {
      editing(fixture).connections().limits(CONNECTION, 37, 7, 4);
      fixture.tickUntilIdle();

      assertThat(fixture.channelManager.received(UpdateAvailabilityRequest.class))
          .hasSize(2)
          .allMatch(message -> message.availabilities().size() <= 4)
          .flatMap(UpdateAvailabilityRequest::availabilities)
          .allMatch(each -> each.from().equals(TODAY.plusDays(30)))
          .allMatch(each -> each.to().equals(TODAY.plusDays(36)));
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void tokensAreIssuedAndRevoked(DatabaseUrl url) {
    try (MewsFixture fixture = MewsFixture.connected(url)) {
      ConnectionEditing connections = editing(fixture).connections();
      String issued = connections.issueClientToken(CONNECTION);
      assertThat(access(fixture, CLIENT)).isInstanceOf(Access.Granted.class);
      assertThat(access(fixture, issued)).isInstanceOf(Access.Granted.class);

      connections.revokeClientToken(CONNECTION, CLIENT);
      assertThat(access(fixture, CLIENT)).isInstanceOf(Access.Denied.class);
      assertThat(access(fixture, issued)).isInstanceOf(Access.Granted.class);
    }
  }

  @Test
  void whatAHotelierClosesIsPushedInTheFormOfTheApi() {
    try (MewsFixture fixture = MewsFixture.connected(Databases.inMemory()).synchronised()) {
      Nights nights = Nights.of(TODAY, 3);
      fixture.mews.changeRestrictionsAsHotelier(
          HOUSE,
          "FLX",
          "DBL",
          nights,
          List.of(HotelierRestriction.closedUnless(Closure.ARRIVAL, 2, 10)));
      fixture.tickUntilIdle();

      assertThat(fixture.channelManager.received(UpdateRestrictionsRequest.class))
          .flatMap(UpdateRestrictionsRequest::restrictions)
          .singleElement()
          .satisfies(
              each -> {
                assertThat(each.state()).extracting(state -> state.wire()).containsExactly(1);
                assertThat(each.minLos()).isEqualTo(2);
                assertThat(each.maxLos()).isEqualTo(10);
                assertThat(each.to()).isEqualTo(nights.last());
              });
    }
  }

  @Test
  void wrongDescriptionsAreRefusedByNameAndChangeNothing() {
    try (MewsFixture fixture = MewsFixture.connected(Databases.inMemory())) {
      PropertyEditing editing = editing(fixture);
      Property before = fixture.mews.property(HOUSE);

      refused(() -> editing.putCategory(HOUSE, doubles(5, 12), new Bedding(2, 1, 3)), "capacity");
      refused(
          () -> editing.putCategory("nowhere", doubles(3, 12), new Bedding(2, 1, 3)), "nowhere");
      refused(() -> editing.removeCategory(HOUSE, "XYZ"), "XYZ");
      refused(() -> editing.putRatePlan(HOUSE, new RatePlan(" ", "Blank", true)), "rate plan");
      refused(() -> editing.sell(HOUSE, new Pair("FLX", "DBL"), amounts("1.00")), "capacity 3");
      refused(() -> editing.connections().limits(CONNECTION, 0, 7, 7), "horizonDays");
      refused(() -> editing.connections().enable("no-such"), "no connection");
      refused(() -> editing.connections().category(CONNECTION, "XYZ", Mapped.NOT), "XYZ");

      assertThat(fixture.mews.property(HOUSE)).isEqualTo(before);
    }
  }

  private static void refused(Runnable change, String named) {
    assertThatThrownBy(change::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(named);
  }

  private static PropertyEditing editing(MewsFixture fixture) {
    return fixture.mews.editing();
  }

  private static Access access(MewsFixture fixture, String clientToken) {
    return new PropertyStore(fixture.database).authenticate(clientToken, CONNECTION);
  }

  private static SpaceCategory doubles(int capacity, int units) {
    return new SpaceCategory("DBL", "Double", 4, capacity, units, true);
  }

  private static List<BigDecimal> amounts(String... amounts) {
    return List.of(amounts).stream().map(BigDecimal::new).toList();
  }

  static PropertyDetails hostel() {
    Pair pair = new Pair("STD", "DRM");
    Property property =
        new Property(
            "north-hostel",
            "North Hostel",
            "desk@north-hostel.example",
            "NOK",
            "Europe/Oslo",
            12,
            PricingMode.NET,
            List.of(new SpaceCategory("DRM", "Dormitory", 16, 2, 4, true)),
            List.of(new RatePlan("STD", "Standard", true)),
            List.of(pair),
            List.of(
                new Product(
                    "TWL",
                    "Towel",
                    4,
                    new BigDecimal("30.00"),
                    new BigDecimal("26.79"),
                    List.of("STD"))));
    return new PropertyDetails(
        property,
        new Place("nb-NO", "Storgata 1", "Oslo", "0155", "NO"),
        Map.of("DRM", new Bedding(2, 0, null)),
        List.of(),
        List.of(),
        Map.of(pair, amounts("200.00", "380.00")));
  }
}
