package channelcert.mews.inventory;

import static channelcert.mews.FakeChannelManager.ACCEPTED;
import static channelcert.mews.FakeChannelManager.refusal;
import static channelcert.mews.MewsFixture.CONNECTION;
import static channelcert.mews.MewsFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.channelmanager.Availability;
import channelcert.contract.channelmanager.RatePrice;
import channelcert.contract.channelmanager.Restriction;
import channelcert.contract.channelmanager.RestrictionState;
import channelcert.contract.channelmanager.UpdateAvailabilityRequest;
import channelcert.contract.channelmanager.UpdatePricesRequest;
import channelcert.contract.channelmanager.UpdateRestrictionsRequest;
import channelcert.contract.shared.Price;
import channelcert.mews.MewsFixture;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PushEngineTest {
  private static final LocalDate LAST_NIGHT = LocalDate.of(2027, 12, 31);

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void enablingPushesEveryPairAndNightOfTheHorizon(DatabaseUrl url) {
    try (MewsFixture fixture = MewsFixture.connected(url)) {
      fixture.mews.enable(CONNECTION, EnumSet.allOf(InventoryKind.class));
      fixture.tickUntilIdle();

      assertThat(fixture.isDelivered()).isTrue();
      assertThat(availabilities(fixture))
          .hasSize(6)
          .allSatisfy(item -> assertThat(item.from()).isEqualTo(TODAY))
          .allSatisfy(item -> assertThat(item.to()).isEqualTo(LAST_NIGHT));
      assertThat(restrictions(fixture)).hasSize(30);
      Set<String> priced = new HashSet<>();
      ratePrices(fixture)
          .forEach(
              item ->
                  item.from()
                      .datesUntil(item.to().plusDays(1))
                      .forEach(
                          night -> priced.add(item.ratePlanCode() + item.spaceTypeCode() + night)));
      assertThat(priced).hasSize(30 * 365).noneMatch(cell -> cell.startsWith("OLD"));
      assertThat(fixture.channelManager.received(UpdatePricesRequest.class)).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void pushesOnlyWhatChanged(DatabaseUrl url) {
    try (MewsFixture fixture = MewsFixture.connected(url).synchronised()) {
      setUnits(fixture, TODAY.plusDays(3), 2, 4);
      setPrices(fixture, "PKG", TODAY.plusDays(3), "100", "120.00", "140");
      fixture.mews.changeRestrictions(
          "canal-house",
          List.of(
              new RestrictionChange(
                  "NRF", "SGL", Nights.of(TODAY.plusDays(9), 2), List.of(8, 2), 3, 7)));
      fixture.tickUntilIdle();

      assertThat(availabilities(fixture))
          .containsExactly(
              Availability.builder()
                  .spaceTypeCode("DBL")
                  .from(TODAY.plusDays(3))
                  .to(TODAY.plusDays(4))
                  .availability(4)
                  .build());
      assertThat(ratePrices(fixture))
          .singleElement()
          .extracting(RatePrice::prices)
          .isEqualTo(
              List.of(
                  price(1, "112.00", "102.75"),
                  price(2, "144.00", "132.11"),
                  price(3, "176.00", "161.47")));
      assertThat(restrictions(fixture))
          .containsExactly(
              Restriction.builder()
                  .spaceTypeCode("SGL")
                  .ratePlanCode("NRF")
                  .from(TODAY.plusDays(9))
                  .to(TODAY.plusDays(10))
                  .state(List.of(RestrictionState.CLOSED, RestrictionState.CLOSED_TO_STAY))
                  .minLos(3)
                  .maxLos(7)
                  .build());
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void error9TakesTheRateOutAndSendsTheRest(DatabaseUrl url) {
    try (MewsFixture fixture = MewsFixture.connected(url).synchronised()) {
      fixture.channelManager.answerNext(refusal(9, "NRF", null));
      fixture.mews.requestFullUpdate(CONNECTION, Nights.of(TODAY, 2), Set.of(InventoryKind.PRICES));
      fixture.tickUntilIdle();

      List<UpdatePricesRequest> pushes = fixture.channelManager.received(UpdatePricesRequest.class);
      assertThat(pushes).hasSize(2);
      assertThat(rates(pushes.get(0))).containsOnly("CRP", "FLX", "LST", "NRF", "PKG");
      assertThat(rates(pushes.get(1))).containsOnly("CRP", "FLX", "LST", "PKG");
      assertThat(pushes.get(1).messageId()).isNotEqualTo(pushes.get(0).messageId());
      assertThat(fixture.mews.isSynchronised(CONNECTION, "NRF")).isFalse();
      assertThat(fixture.isDelivered()).isTrue();
      assertThat(fixture.mews.notices(CONNECTION))
          .singleElement()
          .satisfies(notice -> assertThat(notice.message()).contains("NRF", "Not wanted here"));
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void error10TakesTheCategoryOutOfEverything(DatabaseUrl url) {
    try (MewsFixture fixture = MewsFixture.connected(url).synchronised()) {
      fixture.channelManager.answerNext(refusal(10, null, "STE"));
      fixture.mews.requestFullUpdate(
          CONNECTION, Nights.of(TODAY, 2), EnumSet.allOf(InventoryKind.class));
      fixture.tickUntilIdle();

      assertThat(fixture.channelManager.received(UpdateAvailabilityRequest.class).get(1))
          .satisfies(
              push ->
                  assertThat(push.availabilities())
                      .hasSize(5)
                      .noneMatch(item -> item.spaceTypeCode().equals("STE")));
      assertThat(ratePrices(fixture)).noneMatch(item -> item.spaceTypeCode().equals("STE"));
      assertThat(fixture.mews.isSynchronised(CONNECTION, "STE")).isFalse();
      assertThat(fixture.isDelivered()).isTrue();
    }
  }

  @Test
  void error11TakesThePairOut() {
    try (MewsFixture fixture = MewsFixture.connected(Databases.inMemory()).synchronised()) {
      fixture.channelManager.answerNext(refusal(11, "LST", "BED"));
      fixture.mews.requestFullUpdate(
          CONNECTION,
          Nights.of(TODAY, 1),
          Set.of(InventoryKind.PRICES, InventoryKind.RESTRICTIONS));
      fixture.tickUntilIdle();

      List<UpdatePricesRequest> pushes = fixture.channelManager.received(UpdatePricesRequest.class);
      assertThat(pushes.get(1).ratePrices()).hasSize(29);
      assertThat(restrictions(fixture)).hasSize(29);
      assertThat(fixture.mews.isSynchronised(CONNECTION, "LST")).isTrue();
    }
  }

  @Test
  void theFormerErrors4And5CountAs10And9() {
    try (MewsFixture fixture = MewsFixture.connected(Databases.inMemory()).synchronised()) {
      fixture.channelManager.answerNext(refusal(4, null, "STE"), refusal(5, "CRP", null));
      fixture.mews.requestFullUpdate(CONNECTION, Nights.of(TODAY, 1), Set.of(InventoryKind.PRICES));
      fixture.tickUntilIdle();

      assertThat(fixture.channelManager.received(UpdatePricesRequest.class)).hasSize(3);
      assertThat(fixture.mews.isSynchronised(CONNECTION, "STE")).isFalse();
      assertThat(fixture.mews.isSynchronised(CONNECTION, "CRP")).isFalse();
    }
  }

  @Test
  void errors12To14SwitchTheKindOffUntilItIsEnabledAgain() {
    try (MewsFixture fixture = MewsFixture.connected(Databases.inMemory()).synchronised()) {
      fixture.channelManager.answerNext(refusal(12, null, null));
      setUnits(fixture, TODAY, 1, 3);
      fixture.tickUntilIdle();
      setUnits(fixture, TODAY, 1, 2);
      fixture.tickUntilIdle();

      assertThat(fixture.channelManager.received(UpdateAvailabilityRequest.class)).hasSize(1);
      assertThat(fixture.isDelivered()).isTrue();

      fixture.channelManager.received.clear();
      fixture.mews.enable(CONNECTION, EnumSet.allOf(InventoryKind.class));
      fixture.tickUntilIdle();

      assertThat(availabilities(fixture))
          .filteredOn(item -> item.spaceTypeCode().equals("DBL"))
          .extracting(Availability::availability)
          .containsExactly(2, 12);
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void repeatsAfterGrowingPausesUntilItIsAccepted(DatabaseUrl url) {
    try (MewsFixture fixture = MewsFixture.connected(url).synchronised()) {
      fixture.channelManager.answerNext(refusal(1, null, null), refusal(1, null, null));
      setUnits(fixture, TODAY, 1, 3);
      fixture.tickUntilIdle();
      assertThat(availabilities(fixture)).hasSize(1);

      fixture.clock.advance(Duration.ofMillis(200));
      fixture.tickUntilIdle();
      assertThat(availabilities(fixture)).hasSize(2);

      fixture.clock.advance(Duration.ofMillis(999));
      fixture.tickUntilIdle();
      assertThat(availabilities(fixture)).hasSize(2);
      assertThat(fixture.isDelivered()).isFalse();

      fixture.clock.advance(Duration.ofMillis(1));
      fixture.tickUntilIdle();
      assertThat(availabilities(fixture)).hasSize(3);
      assertThat(fixture.isDelivered()).isTrue();
    }
  }

  @Test
  void waitsForSomebodyAfterError3AndGoesOnWhenAskedTo() {
    try (MewsFixture fixture = MewsFixture.connected(Databases.inMemory()).synchronised()) {
      fixture.channelManager.answerNext(refusal(3, null, null));
      setUnits(fixture, TODAY, 1, 3);
      fixture.tickUntilIdle();
      fixture.clock.advance(Duration.ofMinutes(4));
      fixture.tickUntilIdle();
      assertThat(availabilities(fixture)).hasSize(1);
      assertThat(fixture.mews.awaitDelivered(CONNECTION, Duration.ofSeconds(30))).isFalse();

      fixture.mews.discardPending(CONNECTION);
      assertThat(fixture.isDelivered()).isTrue();
      setUnits(fixture, TODAY, 1, 2);
      fixture.tickUntilIdle();
      assertThat(availabilities(fixture)).hasSize(2);
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void whatChangesInFlightIsSentAgain(DatabaseUrl url) {
    try (MewsFixture fixture = MewsFixture.connected(url).synchronised()) {
      fixture.channelManager.whileInFlight(() -> setUnits(fixture, TODAY, 1, 2));
      setUnits(fixture, TODAY, 1, 3);
      fixture.tickUntilIdle();

      assertThat(availabilities(fixture))
          .extracting(Availability::availability)
          .containsExactly(3, 2);
      assertThat(fixture.isDelivered()).isTrue();
    }
  }

  @Test
  void cutsAFullUpdateIntoWeeksAndKeepsWhatWasNotDelivered() {
    try (MewsFixture fixture =
        MewsFixture.connected(Databases.inMemory(), 28, 7, 5000).synchronised()) {
      fixture.channelManager.answerNext(ACCEPTED, refusal(1, null, null));
      fixture.mews.requestFullUpdate(
          CONNECTION, Nights.of(TODAY, 28), Set.of(InventoryKind.AVAILABILITY));
      fixture.tickUntilIdle();
      assertThat(fixture.channelManager.received(UpdateAvailabilityRequest.class)).hasSize(2);

      fixture.channelManager.received.clear();
      fixture.clock.advance(Duration.ofSeconds(1));
      fixture.tickUntilIdle();

      assertThat(fixture.channelManager.received(UpdateAvailabilityRequest.class)).hasSize(3);
      assertThat(availabilities(fixture).getFirst().from()).isEqualTo(TODAY.plusDays(7));
      assertThat(availabilities(fixture).getLast().to()).isEqualTo(TODAY.plusDays(27));
    }
  }

  @Test
  void pushesNightsThatEnterTheHorizonAndDropsPastOnes() {
    try (MewsFixture fixture = MewsFixture.connected(Databases.inMemory()).synchronised()) {
      setUnits(fixture, TODAY, 1, 3);
      fixture.clock.advance(Duration.ofDays(1));
      fixture.tickUntilIdle();

      assertThat(availabilities(fixture))
          .hasSize(6)
          .allSatisfy(item -> assertThat(item.from()).isEqualTo(LAST_NIGHT.plusDays(1)))
          .allSatisfy(item -> assertThat(item.to()).isEqualTo(LAST_NIGHT.plusDays(1)));
      assertThat(fixture.isDelivered()).isTrue();
    }
  }

  @Test
  void anOverbookedNightIsPushedAsZero() {
    try (MewsFixture fixture = MewsFixture.connected(Databases.inMemory()).synchronised()) {
      InventoryStore ledger = new InventoryStore(fixture.database);
      fixture.database.run(
          transaction -> ledger.adjust(transaction, "canal-house", "STE", Nights.of(TODAY, 2), -4));
      fixture.tickUntilIdle();

      assertThat(availabilities(fixture)).extracting(Availability::availability).containsExactly(0);
    }
  }

  @Test
  void aCategoryNobodyAnnouncedIsPushedAndComesOutByError10() {
    try (MewsFixture fixture = MewsFixture.connected(Databases.inMemory()).synchronised()) {
      fixture.channelManager.answerNext(refusal(10, null, "XYZ"));
      fixture.mews.addUnannouncedCategory(CONNECTION, "XYZ");
      fixture.tickUntilIdle();

      assertThat(availabilities(fixture))
          .singleElement()
          .satisfies(item -> assertThat(item.spaceTypeCode()).isEqualTo("XYZ"));
      assertThat(fixture.mews.isSynchronised(CONNECTION, "XYZ")).isFalse();

      fixture.mews.removeUnannounced(CONNECTION, "XYZ");
      assertThat(fixture.mews.property("canal-house").categories()).hasSize(6);
    }
  }

  @Test
  void aRateNobodyAnnouncedComesOutByError9() {
    try (MewsFixture fixture = MewsFixture.connected(Databases.inMemory()).synchronised()) {
      fixture.channelManager.answerNext(refusal(9, "ABC", null));
      fixture.mews.addUnannouncedRate(CONNECTION, "ABC", "DBL");
      fixture.tickUntilIdle();

      assertThat(ratePrices(fixture)).allMatch(item -> item.ratePlanCode().equals("ABC"));
      assertThat(restrictions(fixture)).isEmpty();
      assertThat(fixture.mews.isSynchronised(CONNECTION, "ABC")).isFalse();
      assertThat(fixture.isDelivered()).isTrue();
      fixture.mews.removeUnannounced(CONNECTION, "ABC");
      assertThat(fixture.mews.property("canal-house").pairs()).hasSize(36);
    }
  }

  private static void setUnits(MewsFixture fixture, LocalDate first, int nights, int units) {
    fixture.mews.changeAvailability(
        "canal-house", List.of(new AvailabilityChange("DBL", Nights.of(first, nights), units)));
  }

  private static void setPrices(
      MewsFixture fixture, String rate, LocalDate night, String... gross) {
    fixture.mews.changePrices(
        "canal-house",
        List.of(
            new PriceChange(
                rate,
                "DBL",
                Nights.of(night, 1),
                List.of(gross).stream().map(BigDecimal::new).toList())));
  }

  private static Price price(int guests, String gross, String net) {
    return Price.builder()
        .grossAmount(new BigDecimal(gross))
        .netAmount(new BigDecimal(net))
        .currencyCode("EUR")
        .guestCount(guests)
        .build();
  }

  private static List<Availability> availabilities(MewsFixture fixture) {
    return fixture.channelManager.received(UpdateAvailabilityRequest.class).stream()
        .flatMap(push -> push.availabilities().stream())
        .toList();
  }

  private static List<RatePrice> ratePrices(MewsFixture fixture) {
    return fixture.channelManager.received(UpdatePricesRequest.class).stream()
        .flatMap(push -> Objects.requireNonNull(push.ratePrices()).stream())
        .toList();
  }

  private static List<Restriction> restrictions(MewsFixture fixture) {
    return fixture.channelManager.received(UpdateRestrictionsRequest.class).stream()
        .flatMap(push -> push.restrictions().stream())
        .toList();
  }

  private static List<String> rates(UpdatePricesRequest push) {
    return Objects.requireNonNull(push.ratePrices()).stream()
        .map(RatePrice::ratePlanCode)
        .distinct()
        .toList();
  }
}
