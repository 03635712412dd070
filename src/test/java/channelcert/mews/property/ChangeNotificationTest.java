package channelcert.mews.property;

import static channelcert.mews.MewsFixture.CLIENT;
import static channelcert.mews.MewsFixture.CONNECTION;
import static channelcert.mews.MewsFixture.body;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.channelmanager.ChangeNotificationRequest;
import channelcert.contract.channelmanager.UpdatePricesRequest;
import channelcert.contract.mews.GetConfigurationRequest;
import channelcert.contract.mews.client.ConfigurationClient;
import channelcert.http.Json;
import channelcert.mews.MewsFixture;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.property.Property.Pair;
import channelcert.mews.property.Property.RatePlan;
import channelcert.mews.property.Property.SpaceCategory;
import channelcert.mews.property.PropertyDetails.Bedding;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each documented trigger of a change notification, and how notifications leave. */
class ChangeNotificationTest {
  private static final String HOUSE = "canal-house";

  private MewsFixture fixture;

  @BeforeEach
  void connect() {
    fixture = MewsFixture.connected(Databases.inMemory());
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aNewConnectionIsType0() {
    fixture.tickUntilIdle();
    assertThat(types()).containsExactly(0);
  }

  @Test
  void aSpaceAddedToAMappedCategoryIsType1AndRaisesAvailability() {
    fixture.synchronised();
    fixture.mews.editing().putCategory(HOUSE, doubles(13), new Bedding(2, 1, 3));
    assertThat(typesSent()).containsExactly(1);
    assertThat(fixture.mews.property(HOUSE).categories()).contains(doubles(13));
  }

  @Test
  void aSpaceAddedToACategoryThatIsNotMappedIsNotTold() {
    fixture.synchronised();
    connections().category(CONNECTION, "DBL", Mapped.NOT);
    assertThat(typesSent()).containsExactly(1);
    fixture.mews.editing().putCategory(HOUSE, doubles(13), new Bedding(2, 1, 3));
    assertThat(typesSent()).isEmpty();
  }

  @Test
  void anUnmappedCategoryIsType1() {
    fixture.synchronised();
    connections().category(CONNECTION, "DBL", Mapped.NOT);
    assertThat(typesSent()).containsExactly(1);
    connections().category(CONNECTION, "DBL", Mapped.NOT);
    assertThat(typesSent()).isEmpty();
  }

  @Test
  void anUnsynchronisedCategoryIsType1() {
    fixture.synchronised();
    connections().category(CONNECTION, "DBL", Mapped.UNSYNCHRONISED);
    assertThat(typesSent()).containsExactly(1);
    assertThat(fixture.mews.isSynchronised(CONNECTION, "DBL")).isFalse();
  }

  @Test
  void aMappedRateIsType1() {
    fixture.synchronised();
    fixture.mews.editing().putRatePlan(HOUSE, new RatePlan("WKD", "Weekend", true));
    assertThat(typesSent()).isEmpty();
    connections().ratePlan(CONNECTION, "WKD", Mapped.SYNCHRONISED);
    assertThat(typesSent()).containsExactly(1);
  }

  @Test
  void anUnmappedRateIsType1() {
    fixture.synchronised();
    connections().ratePlan(CONNECTION, "FLX", Mapped.NOT);
    assertThat(typesSent()).containsExactly(1);
  }

  @Test
  void anUnsynchronisedRateIsType1() {
    fixture.synchronised();
    connections().ratePlan(CONNECTION, "FLX", Mapped.UNSYNCHRONISED);
    assertThat(typesSent()).containsExactly(1);
  }

  @Test
  void aNewPairIsType1() {
    fixture.synchronised();
    fixture.mews.editing().putRatePlan(HOUSE, new RatePlan("WKD", "Weekend", true));
    connections().ratePlan(CONNECTION, "WKD", Mapped.SYNCHRONISED);
    fixture.tickUntilIdle();
    fixture.channelManager.received.clear();
    fixture.mews.editing().sell(HOUSE, new Pair("WKD", "SGL"), List.of(new BigDecimal("75.00")));
    assertThat(typesSent()).containsExactly(1);
    assertThat(fixture.channelManager.received(UpdatePricesRequest.class))
        .flatMap(UpdatePricesRequest::ratePrices)
        .isNotEmpty()
        .allMatch(price -> price.ratePlanCode().equals("WKD"));
  }

  @Test
  void anEnabledConnectionIsType2AndADisabledOneType3() {
    fixture.synchronised();
    connections().disable(CONNECTION);
    assertThat(typesSent()).containsExactly(3);
    connections().enable(CONNECTION);
    assertThat(typesSent()).containsExactly(2);
  }

  @Test
  void switchingTheFirstKindOnIsType2AndTheLastOffType3() {
    fixture.tickUntilIdle();
    fixture.channelManager.received.clear();
    fixture.mews.enable(CONNECTION, EnumSet.of(InventoryKind.PRICES));
    assertThat(typesSent()).containsExactly(2);
    fixture.mews.enable(CONNECTION, EnumSet.noneOf(InventoryKind.class));
    assertThat(typesSent()).containsExactly(3);
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void aDeletedConnectionIsType4ThoughItIsGone(DatabaseUrl url) {
    MewsFixture other = MewsFixture.connected(url).synchronised();
    other.mews.editing().connections().delete(CONNECTION);
    try (MewsFixture next = other.restarted(url)) {
      next.tickUntilIdle();
      assertThat(
              next.channelManager.received(ChangeNotificationRequest.class).stream()
                  .map(each -> each.type().wire()))
          .containsExactly(4);
      assertThat(code(next)).isEqualTo(3);
    }
  }

  private static int code(MewsFixture fixture) {
    Object answer =
        body(
            new ConfigurationClient(fixture.caller)
                .getConfiguration(
                    fixture.address("getConfiguration"),
                    GetConfigurationRequest.builder()
                        .clientToken(CLIENT)
                        .connectionToken(CONNECTION)
                        .build()));
    return Json.mapper().valueToTree(answer).at("/errors/0/code").asInt();
  }

  @Test
  void whatIsNoLongerTrueIsNotTold() {
    fixture.synchronised();
    connections().disable(CONNECTION);
    connections().enable(CONNECTION);
    assertThat(typesSent()).containsExactly(2);
  }

  @Test
  void whatHappensWhileANotificationIsOnItsWayIsToldOnceMore() {
    fixture.synchronised();
    fixture.channelManager.whileNotified(
        () -> connections().ratePlan(CONNECTION, "NRF", Mapped.UNSYNCHRONISED));
    connections().ratePlan(CONNECTION, "FLX", Mapped.UNSYNCHRONISED);
    assertThat(typesSent()).containsExactly(1, 1);
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void anUnreachableAddressIsTriedThreeTimes(DatabaseUrl url) {
    try (MewsFixture other = MewsFixture.connected(url).synchronised()) {
      URI right = other.channelManager.endpoints().get("changeNotification");
      other
          .mews
          .editing()
          .connections()
          .endpoints(
              CONNECTION, Map.of("changeNotificaton", URI.create("http://127.0.0.1:1/nobody")));
      other.mews.editing().connections().disable(CONNECTION);
      for (int attempt = 0; attempt < 3; attempt++) {
        assertThat(other.mews.tick()).isTrue();
        other.clock.advance(Duration.ofSeconds(6));
      }
      assertThat(other.mews.tick()).isFalse();

      other.mews.editing().connections().endpoints(CONNECTION, Map.of("changeNotificaton", right));
      other.mews.editing().connections().enable(CONNECTION);
      other.tickUntilIdle();
      assertThat(other.channelManager.received(ChangeNotificationRequest.class))
          .extracting(each -> each.type().wire())
          .containsExactly(2);
    }
  }

  private ConnectionEditing connections() {
    return fixture.mews.editing().connections();
  }

  private static SpaceCategory doubles(int units) {
    return new SpaceCategory("DBL", "Double", 4, 3, units, true);
  }

  private List<Integer> typesSent() {
    fixture.channelManager.received.clear();
    fixture.tickUntilIdle();
    List<Integer> types = types();
    fixture.channelManager.received.removeIf(each -> each instanceof ChangeNotificationRequest);
    return types;
  }

  private List<Integer> types() {
    return fixture.channelManager.received(ChangeNotificationRequest.class).stream()
        .map(each -> each.type().wire())
        .toList();
  }
}
