package channelcert.mews.property;

import static channelcert.mews.MewsFixture.CLIENT;
import static channelcert.mews.MewsFixture.CONNECTION;
import static channelcert.mews.MewsFixture.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import channelcert.contract.channelmanager.ChangeNotificationRequest;
import channelcert.contract.channelmanager.ChangeNotificationType;
import channelcert.contract.channelmanager.UpdatePricesRequest;
import channelcert.contract.mews.AgeCategory;
import channelcert.contract.mews.ConfigurationExtent;
import channelcert.contract.mews.GetChannelsRequest;
import channelcert.contract.mews.GetConfigurationRequest;
import channelcert.contract.mews.GetConfigurationResponse;
import channelcert.contract.mews.GetPropertiesRequest;
import channelcert.contract.mews.InventoryMapping;
import channelcert.contract.mews.Product;
import channelcert.contract.mews.RatePlan;
import channelcert.contract.mews.SetInventoryRequest;
import channelcert.contract.mews.SpaceCategory;
import channelcert.contract.mews.client.ConfigurationClient;
import channelcert.contract.mews.client.PropertyClient;
import channelcert.contract.shared.Channel;
import channelcert.contract.shared.SimpleResponse;
import channelcert.http.Json;
import channelcert.mews.FakeChannelManager;
import channelcert.mews.MewsFixture;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.Nights;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfigurationResourceTest {
  private static final Channel EXPEDIA = Channel.builder().code(2).name("Expedia").build();

  private MewsFixture fixture;
  private ConfigurationClient client;

  @BeforeEach
  void connect() {
    fixture = MewsFixture.connected(Databases.inMemory()).synchronised();
    client = new ConfigurationClient(fixture.caller);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void nobodyWhoLooksAgainLearnsOfWhatIsUnannounced() {
    ConfigurationExtent everything =
        ConfigurationExtent.builder()
            .includeUnsynchronizedRates(true)
            .includeUnsynchronizedCategories(true)
            .build();
    fixture.mews.addUnannouncedCategory(CONNECTION, "XC1");
    fixture.mews.addUnannouncedRate(CONNECTION, "XR1", "DBL");

    GetConfigurationResponse configuration = configuration(everything);

    assertThat(configuration.ratePlans())
        .extracting(RatePlan::code)
        .contains("OLD")
        .doesNotContain("XR1");
    assertThat(configuration.spaceCategories())
        .extracting(SpaceCategory::code)
        .doesNotContain("XC1");
    assertThat(configuration.inventoryMappings())
        .noneMatch(pair -> pair.ratePlanCode().equals("XR1"));
  }

  @Test
  void withoutFlagsOnlyWhatIsSynchronisedIsListed() {
    GetConfigurationResponse configuration = configuration(ConfigurationExtent.builder().build());

    assertThat(configuration.property().spaceCount()).isEqualTo(47);
    assertThat(configuration.ratePlans())
        .extracting(RatePlan::code)
        .containsExactly("FLX", "NRF", "LST", "CRP", "PKG");
    assertThat(configuration.spaceCategories())
        .extracting(SpaceCategory::code)
        .containsExactly("SGL", "DBL", "TWN", "STE", "DRM", "BED");
    assertThat(configuration.inventoryMappings())
        .hasSize(30)
        .noneMatch(pair -> pair.ratePlanCode().equals("OLD"));
    assertThat(configuration.products()).isNull();
    assertThat(configuration.ageCategories()).isNull();
    assertThat(configuration.companies()).isNull();
  }

  @Test
  void theFlagForRatesAddsTheUnsynchronisedOnesWithTheirPairs() {
    GetConfigurationResponse configuration =
        configuration(ConfigurationExtent.builder().includeUnsynchronizedRates(true).build());

    assertThat(configuration.ratePlans())
        .filteredOn(rate -> !rate.isSynchronized())
        .extracting(RatePlan::code)
        .containsExactly("OLD");
    assertThat(configuration.inventoryMappings()).hasSize(36);
  }

  @Test
  void theFlagForCategoriesAddsTheOnesThatAnError10TookOut() {
    fixture.channelManager.answerNext(FakeChannelManager.refusal(10, null, "BED"));
    fixture.mews.requestFullUpdate(
        CONNECTION, Nights.of(MewsFixture.TODAY, 1), Set.of(InventoryKind.AVAILABILITY));
    fixture.tickUntilIdle();

    assertThat(configuration(ConfigurationExtent.builder().build()).spaceCategories()).hasSize(5);
    assertThat(
            configuration(
                    ConfigurationExtent.builder().includeUnsynchronizedCategories(true).build())
                .spaceCategories())
        .filteredOn(category -> !category.isSynchronized())
        .extracting(SpaceCategory::code)
        .containsExactly("BED");
    assertThat(fixture.channelManager.received(ChangeNotificationRequest.class))
        .extracting(ChangeNotificationRequest::type)
        .containsExactly(ChangeNotificationType.UPDATED);
  }

  @Test
  void theOtherFlagsAddTheirPartsAlone() {
    GetConfigurationResponse products =
        configuration(ConfigurationExtent.builder().includeProducts(true).build());
    assertThat(products.products()).extracting(Product::code).containsExactly("BRK");
    assertThat(products.productMappings())
        .singleElement()
        .satisfies(mapping -> assertThat(mapping.ratePlanCode()).isEqualTo("PKG"));

    GetConfigurationResponse ages =
        configuration(ConfigurationExtent.builder().includeAgeCategories(true).build());
    assertThat(ages.ageCategories())
        .extracting(AgeCategory::code)
        .containsExactly("Adult", "Child", "Infant", "Teenager", "SeniorCitizen");

    GetConfigurationResponse companies =
        configuration(ConfigurationExtent.builder().includeCompanies(true).build());
    assertThat(companies.companies()).hasSize(1);
    assertThat(companies.travelAgencies())
        .singleElement()
        .satisfies(agency -> assertThat(agency.channel()).isEqualTo(EXPEDIA));
  }

  @Test
  void anUnknownTokenIsRefusedWithCode8() {
    Object answer =
        body(
            client.getConfiguration(
                fixture.address("getConfiguration"),
                GetConfigurationRequest.builder()
                    .clientToken("somebody else")
                    .connectionToken(CONNECTION)
                    .build()));

    assertThat(json(answer).at("/errors/0/code").asInt()).isEqualTo(8);
  }

  @Test
  void listsChannelsWithTheirGaps() {
    Object answer =
        body(
            client.getChannels(
                fixture.address("getChannels"),
                GetChannelsRequest.builder().clientToken(CLIENT).build()));

    assertThat(json(answer).at("/channels").findValuesAsText("name"))
        .contains("Booking.com", "Young Global Living");
  }

  @Test
  void listsPropertiesOfAnEmployeeAndExplainsAnUnknownAddress() {
    assertThat(properties("partner@canal-house.example").at("/properties/0/id").asText())
        .isEqualTo("canal-house");
    JsonNode refusal = properties("nobody@example.com");
    assertThat(refusal.at("/errors/0/code").asInt()).isEqualTo(8);
    assertThat(refusal.at("/errors/0/message").asText()).contains("nobody@example.com");
  }

  @Test
  void setInventoryReplacesThePairsAndPushesNewOnes() {
    assertThat(set(pair("FLX", "DBL"), pair("FLX", "DBL")).success()).isTrue();
    fixture.tickUntilIdle();
    assertThat(configuration(ConfigurationExtent.builder().build()).inventoryMappings())
        .containsExactly(pair("FLX", "DBL"));
    fixture.channelManager.received.clear();

    assertThat(set(pair("FLX", "DBL"), pair("PKG", "SGL")).success()).isTrue();
    fixture.tickUntilIdle();

    assertThat(fixture.channelManager.received(UpdatePricesRequest.class))
        .singleElement()
        .satisfies(
            push ->
                assertThat(push.ratePrices())
                    .allMatch(price -> price.ratePlanCode().equals("PKG")));
    assertThat(fixture.channelManager.received(ChangeNotificationRequest.class)).hasSize(1);
  }

  @Test
  void setInventoryWithAnythingUnknownChangesNothing() {
    SimpleResponse answer = set(pair("FLX", "DBL"), pair("ABC", "DBL"), pair("FLX", "XYZ"));

    assertThat(answer.errors())
        .extracting(
            error -> error.code().wire(), error -> error.rateCode(), error -> error.categoryCode())
        .containsExactlyInAnyOrder(tuple(9, "ABC", null), tuple(10, null, "XYZ"));
    assertThat(configuration(ConfigurationExtent.builder().build()).inventoryMappings())
        .hasSize(30);
  }

  @Test
  void anEmptyInventoryUnmapsEverything() {
    assertThat(set().success()).isTrue();
    assertThat(configuration(ConfigurationExtent.builder().build()).inventoryMappings()).isEmpty();
  }

  private GetConfigurationResponse configuration(ConfigurationExtent extent) {
    Object answer =
        body(
            client.getConfiguration(
                fixture.address("getConfiguration"),
                GetConfigurationRequest.builder()
                    .clientToken(CLIENT)
                    .connectionToken(CONNECTION)
                    .extent(extent)
                    .build()));
    return Json.mapper().convertValue(answer, GetConfigurationResponse.class);
  }

  private SimpleResponse set(InventoryMapping... pairs) {
    return body(
        client.setInventory(
            fixture.address("setInventory"),
            SetInventoryRequest.builder()
                .clientToken(CLIENT)
                .connectionToken(CONNECTION)
                .inventoryMappings(List.of(pairs))
                .build()));
  }

  private static InventoryMapping pair(String rate, String category) {
    return InventoryMapping.builder().ratePlanCode(rate).spaceTypeCode(category).build();
  }

  private JsonNode properties(String email) {
    return json(
        body(
            new PropertyClient(fixture.caller)
                .getProperties(
                    fixture.address("getProperties"),
                    GetPropertiesRequest.builder().clientToken(CLIENT).email(email).build())));
  }

  private static JsonNode json(Object answer) {
    return Json.mapper().valueToTree(answer);
  }
}
