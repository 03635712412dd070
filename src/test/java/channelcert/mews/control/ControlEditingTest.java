package channelcert.mews.control;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.channelmanager.ChangeNotificationRequest;
import channelcert.contract.channelmanager.UpdateAvailabilityRequest;
import channelcert.contract.channelmanager.UpdatePricesRequest;
import channelcert.contract.channelmanager.UpdateRestrictionsRequest;
import channelcert.contract.mews.client.PropertyClient;
import channelcert.exchange.Masking;
import channelcert.http.Json;
import channelcert.mews.FakeChannelManager;
import channelcert.mews.MewsFixture;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a hotelier and a Mews specialist change by the control API, and what follows from it. */
class ControlEditingTest {
  private ControlFixture fixture;

  @BeforeEach
  void connect() {
    fixture = new ControlFixture(Databases.inMemory()).connected();
    order("enableKinds", ",'kinds':['AVAILABILITY','PRICES','RESTRICTIONS']");
    settle();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void aPropertyIsDefinedEditedAndReadBack(DatabaseUrl url) {
    try (ControlFixture other = new ControlFixture(url)) {
      JsonNode made =
          other.done(
              "defineProperty",
              """
              {'propertyId':'villa','name':'Villa','employeeEmail':'v@villa.example','currencyCode':'EUR',
               'timeZone':'Europe/Rome','taxPercent':10,'pricingMode':'GROSS',
               'place':{'languageCode':'it-IT','addressLine':'Via 1','city':'Roma','zip':'00100','country':'IT'},
               'categories':[{'code':'VIL','name':'Villa','classification':15,'beds':2,'extraBeds':1,'bedType':5,'units':2,'synchronised':true}],
               'ratePlans':[{'code':'FLX','name':'Flexible','synchronised':true},{'code':'NRF','name':'Fixed','synchronised':true}],
               'pairs':[{'ratePlanCode':'FLX','spaceTypeCode':'VIL','gross':[100,110,120]},{'ratePlanCode':'NRF','spaceTypeCode':'VIL','gross':[90,99,108]}],
               'products':[{'code':'BRK','name':'Breakfast','pricing':4,'gross':10,'net':9.09,'packagedInto':['FLX']}],
               'ageCategories':[{'code':'Adult','minimumAge':18},{'code':'Child','minimumAge':3,'maximumAge':12}],
               'agePrices':[{'ageCategoryCode':'Child','percent':50}],
               'dependentRates':[{'ratePlanCode':'NRF','baseRatePlanCode':'FLX','adjustments':[{'relativePercent':-10,'absolute':0}]}]}
              """);
      assertThat(made.at("/categories/0/capacity").asInt()).isEqualTo(3);
      assertThat(made.at("/agePrices/0/percent").asInt()).isEqualTo(50);
      JsonNode edited =
          other.done(
              "editProperty", "{'propertyId':'villa','name':'Villa Uno','pricingMode':'NET'}");
      assertThat(edited.get("name").asText()).isEqualTo("Villa Uno");
      assertThat(edited.get("pricingMode").asText()).isEqualTo("NET");
      assertThat(edited.get("employeeEmail").asText()).isEqualTo("v@villa.example");
      assertThat(other.done("readProperty", "{'propertyId':'villa'}")).isEqualTo(edited);
      JsonNode prices =
          other.done(
              "readPrices",
              "{'propertyId':'villa','ratePlanCode':'NRF','from':'2027-03-01','to':'2027-03-04'}");
      assertThat(prices.get("prices")).as("one entry for equal nights").hasSize(1);
      assertThat(prices.at("/prices/0/gross").valueStream().map(JsonNode::asInt))
          .as("priced out")
          .containsExactly(90, 99, 108);
    }
  }

  @Test
  void anotherTaxHasPricesPushedAgain() {
    fixture.done("editProperty", "{'propertyId':'canal-house','taxPercent':21}");
    settle(false);
    assertThat(fixture.channelManager.received(UpdatePricesRequest.class)).isNotEmpty();
    assertThat(fixture.channelManager.received(UpdateAvailabilityRequest.class)).isEmpty();
  }

  @Test
  void whatIsSoldIsAddedMappedPushedAndTakenAway() {
    edit("putRatePlan", ",'ratePlan':{'code':'WKD','name':'Weekend','synchronised':true}");
    edit("sellPair", ",'ratePlanCode':'WKD','spaceTypeCode':'SGL','gross':[75.00]");
    settle(false);
    assertThat(fixture.channelManager.received).as("mapped on no connection yet").isEmpty();

    order("mapRatePlan", ",'code':'WKD','state':'SYNCHRONISED'");
    settle(false);
    assertThat(fixture.channelManager.received(UpdatePricesRequest.class))
        .flatMap(UpdatePricesRequest::ratePrices)
        .isNotEmpty()
        .allMatch(price -> price.ratePlanCode().equals("WKD"));
    assertThat(fixture.channelManager.received(ChangeNotificationRequest.class)).hasSize(1);

    edit(
        "putProduct",
        ",'product':{'code':'EGG','name':'Egg','pricing':3,'gross':5,'net':4.59,"
            + "'packagedInto':['WKD']}");
    settle(false);
    assertThat(fixture.channelManager.received(UpdatePricesRequest.class))
        .flatMap(UpdatePricesRequest::ratePrices)
        .anySatisfy(
            price ->
                assertThat(price.prices().getFirst().grossAmount()).isEqualByComparingTo("80.00"));
    edit("removeProduct", ",'code':'EGG'");
    edit("stopSelling", ",'ratePlanCode':'WKD','spaceTypeCode':'SGL'");
    edit("removeRatePlan", ",'code':'WKD'");
    assertThat(property().toString()).doesNotContain("WKD").doesNotContain("EGG");
    assertThat(refusedEdit("removeRatePlan", ",'code':'WKD'"))
        .isEqualTo("400 The property has no rate plan WKD.");
  }

  @Test
  void categoriesAgesAndRulesOfPricesAreEdited() {
    edit(
        "putCategory",
        ",'category':{'code':'DBL','name':'Double','classification':4,'beds':2,'extraBeds':1,"
            + "'bedType':3,'units':13,'synchronised':true}");
    settle(false);
    assertThat(fixture.channelManager.received(UpdateAvailabilityRequest.class))
        .flatMap(UpdateAvailabilityRequest::availabilities)
        .allMatch(each -> each.spaceTypeCode().equals("DBL") && each.availability() == 13);
    edit("putAgeCategory", ",'ageCategory':{'code':'Toddler','minimumAge':1,'maximumAge':3}");
    edit("priceByAge", ",'agePrices':[{'ageCategoryCode':'Toddler','percent':20}]");
    settle(false);
    assertThat(fixture.channelManager.received(UpdatePricesRequest.class))
        .flatMap(UpdatePricesRequest::ratePrices)
        .allSatisfy(price -> assertThat(price.agePrices()).isNotEmpty());
    edit(
        "deriveRate",
        ",'rate':{'ratePlanCode':'NRF','baseRatePlanCode':'FLX',"
            + "'adjustments':[{'relativePercent':-10,'absolute':0}]}");
    order("sendDependentRates", ",'asRules':true");
    settle(false);
    assertThat(fixture.channelManager.received.toString()).contains("baseRate");
    edit("endDeriving", ",'code':'NRF'");
    edit("removeAgeCategory", ",'code':'Toddler'");
    edit("removeCategory", ",'code':'TWN'");
    assertThat(property().toString()).doesNotContain("Toddler").doesNotContain("TWN");
    assertThat(property().get("dependentRates")).isEmpty();
  }

  @Test
  void aMappingIsReadAndChanged() {
    order("mapCategory", ",'code':'SGL','state':'NOT'");
    order("mapCategory", ",'code':'STE','state':'UNSYNCHRONISED'");
    order("mapPair", ",'ratePlanCode':'FLX','spaceTypeCode':'DBL','mapped':false");
    JsonNode mapping = order("readMapping", "");
    assertThat(mapping.get("categories").findValuesAsText("code")).doesNotContain("SGL");
    assertThat(mapping.get("categories").toString())
        .contains("{\"code\":\"STE\",\"state\":\"UNSYNCHRONISED\"}");
    assertThat(mapping.get("pairs").toString())
        .doesNotContain("{\"ratePlanCode\":\"FLX\",\"spaceTypeCode\":\"DBL\"}");
    assertThat(fixture.refused("mapCategory", named(",'code':'NO','state':'SYNCHRONISED'")))
        .isEqualTo("400 The property has no category NO.");
    assertThat(
            fixture.refused(
                "mapPair", named(",'ratePlanCode':'FLX','spaceTypeCode':'SGL','mapped':true")))
        .startsWith("400 Rate plan FLX and category SGL are not both mapped");
  }

  @Test
  void aConnectionIsSwitchedOffOnAndDeleted() {
    order("disableConnection", "");
    settle(false);
    assertThat(notified()).containsExactly(3);
    assertThat(connection().get("active").asBoolean()).isFalse();
    order("enableConnection", "");
    settle(false);
    assertThat(notified()).containsExactly(2);
    assertThat(fixture.channelManager.received(UpdateRestrictionsRequest.class)).isNotEmpty();
    order("deleteConnection", "");
    settle(false);
    assertThat(notified()).containsExactly(4);
    assertThat(connection().get("deleted").asBoolean()).isTrue();
    assertThat(fixture.refused("enableConnection", named("")))
        .startsWith("409 The connection masked:")
        .endsWith("was deleted; connect makes a new one.");
  }

  @Test
  void clientTokensAreIssuedAndRevoked() {
    String issued = order("issueClientToken", "").get("clientToken").asText();
    assertThat(connection().get("clientTokens")).hasSize(2);
    assertThat(propertiesBy(issued)).contains("\"token\"");
    order("revokeClientToken", ",'clientToken':'%s'".formatted(Masking.token(issued)));
    assertThat(propertiesBy(issued)).contains("\"code\":8");
    assertThat(fixture.refused("revokeClientToken", named(",'clientToken':'nobody'")))
        .startsWith("404 The client token does not open the connection");
    order("setClientToken", ",'clientToken':'fresh-token'");
    order("requestFullUpdate", ",'from':'2027-02-01','to':'2027-02-01'");
    settle(false);
    assertThat(fixture.channelManager.received(UpdateAvailabilityRequest.class))
        .extracting(UpdateAvailabilityRequest::clientToken)
        .containsExactly("fresh-token");
  }

  @Test
  void limitsAndAddressesAreSet() {
    order("setLimits", ",'chunkDays':10,'maxItems':3");
    assertThat(connection().get("horizonDays").asInt()).isEqualTo(365);
    order("requestFullUpdate", ",'from':'2027-02-01','to':'2027-02-20','kinds':['AVAILABILITY']");
    settle(false);
    assertThat(fixture.channelManager.received(UpdateAvailabilityRequest.class))
        .hasSize(4)
        .allMatch(push -> push.availabilities().size() <= 3);
    order("setLimits", ",'horizonDays':400");
    settle(false);
    assertThat(fixture.channelManager.received(UpdateAvailabilityRequest.class))
        .flatMap(UpdateAvailabilityRequest::availabilities)
        .allMatch(each -> each.from().isAfter(LocalDate.parse("2027-12-31")));
    order("setEndpoints", ",'endpoints':{'updatePrices':'http://127.0.0.1:1/nowhere'}");
    assertThat(connection().get("endpoints").toString())
        .isEqualTo("{\"updatePrices\":\"http://127.0.0.1:1/nowhere\"}");
  }

  @Test
  void bookingsAreRefusedWithCode9WhileTheirDeliveryIsOff() {
    order("setReservationDelivery", ",'taken':false");
    assertThat(cancellation()).contains("\"code\":9", "switched off").doesNotContain("rateCode");
    assertThat(connection().get("takesReservations").asBoolean()).isFalse();
    order("setReservationDelivery", ",'taken':true");
    assertThat(cancellation()).contains("\"success\":true");
  }

  /** Nothing is sent without a mail server, and what would have been can be read. */
  @ParameterizedTest
  @CsvSource({
    "1, repeated",
    "2, held back",
    "3, held back",
    "4, no longer synchronised",
    "5, no longer synchronised",
    "6, held back",
    "7, held back",
    "8, held back",
    "9, no longer synchronised",
    "10, no longer synchronised",
    "11, taken out of rate FLX",
    "12, AVAILABILITY updates are switched off",
    "13, PRICES updates are switched off",
    "14, RESTRICTIONS updates are switched off"
  })
  void everyErrorLeavesANoticeWithItsMail(int code, String told) {
    String rate = List.of(5, 9, 11).contains(code) ? "FLX" : null;
    String category = List.of(4, 10, 11).contains(code) ? "DBL" : null;
    fixture.channelManager.answerNext(FakeChannelManager.refusal(code, rate, category));
    String kind = told.contains(" updates are switched") ? told.split(" ", 2)[0] : "PRICES";
    order(
        "requestFullUpdate",
        ",'from':'2027-02-01','to':'2027-02-01','kinds':['%s']".formatted(kind));
    settle();
    JsonNode notices = order("readNotices", "").get("notices");
    assertThat(notices).hasSize(1);
    assertThat(notices.at("/0/code").asInt()).isEqualTo(code);
    assertThat(notices.at("/0/mail/to").asText()).isEqualTo("partner@canal-house.example");
    assertThat(notices.at("/0/mail/subject").asText()).contains(told);
    assertThat(notices.at("/0/mail/text").asText())
        .contains(told, "Not wanted here: " + code, "Error code: " + code, "What to do: ");
    assertThat(
            notices.at("/0/mail/sentAt").isMissingNode() || notices.at("/0/mail/sentAt").isNull())
        .isTrue();
  }

  @Test
  void restrictionsAreReadBackAsTheyWereSet() {
    fixture.done(
        "setRestrictions",
        "{'propertyId':'canal-house','changes':[{'ratePlanCode':'FLX','spaceTypeCode':'DBL',"
            + "'from':'2027-03-02','to':'2027-03-03','states':[2,6],'minLos':2}]}");
    JsonNode shown =
        fixture.done(
            "readRestrictions",
            "{'propertyId':'canal-house','ratePlanCode':'FLX','spaceTypeCode':'DBL',"
                + "'from':'2027-03-01','to':'2027-03-05'}");
    assertThat(shown.get("restrictions").findValuesAsText("from"))
        .containsExactly("2027-03-01", "2027-03-02", "2027-03-04");
    assertThat(shown.at("/restrictions/1/states").toString()).isEqualTo("[2,6]");
    assertThat(shown.at("/restrictions/1/minLos").asInt()).isEqualTo(2);
  }

  private String cancellation() {
    return fixture.postToMews(
        "/v1/push/0426f19b66715a93",
        "{'clientToken':'%s','connectionToken':'%s','messageId':'m-1','channelManagerId':'CM-1'}"
            .formatted(ControlFixture.CLIENT, ControlFixture.CONNECTION));
  }

  private String propertiesBy(String clientToken) {
    return Json.mapper()
        .valueToTree(
            MewsFixture.body(
                new PropertyClient(fixture.caller)
                    .getProperties(
                        fixture.address("getProperties"),
                        ControlFixture.properties().with().clientToken(clientToken).build())))
        .toString();
  }

  private List<Integer> notified() {
    return fixture.channelManager.received(ChangeNotificationRequest.class).stream()
        .map(each -> each.type().wire())
        .toList();
  }

  private JsonNode connection() {
    return fixture.done("listConnections", "{}").at("/connections/0");
  }

  private JsonNode property() {
    return fixture.done("readProperty", "{'propertyId':'canal-house'}");
  }

  private void edit(String operation, String more) {
    fixture.done(operation, "{'propertyId':'canal-house'%s}".formatted(more));
  }

  private String refusedEdit(String operation, String more) {
    return fixture.refused(operation, "{'propertyId':'canal-house'%s}".formatted(more));
  }

  private JsonNode order(String operation, String more) {
    return fixture.done(operation, named(more));
  }

  private static String named(String more) {
    return "{'connection':'%s'%s}".formatted(Masking.token(ControlFixture.CONNECTION), more);
  }

  private void settle() {
    settle(true);
  }

  /** Lets everything leave that waits; what came before is forgotten first. */
  private void settle(boolean forget) {
    fixture.channelManager.received.clear();
    fixture.tickUntilIdle();
    if (forget) {
      fixture.channelManager.received.clear();
    }
  }
}
