package channelcert.mews.control;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.channelmanager.UpdateAvailabilityRequest;
import channelcert.contract.channelmanager.UpdatePricesRequest;
import channelcert.contract.channelmanager.UpdateRestrictionsRequest;
import channelcert.exchange.Masking;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The control API over real HTTP; every answer fits the spec. */
class ControlSideTest {
  private static final String MASKED = Masking.token(ControlFixture.CONNECTION);

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void whatIsSetUpAndChangedReachesTheChannelManager(DatabaseUrl url) {
    try (ControlFixture fixture = new ControlFixture(url).connected()) {
      enable(fixture, "'AVAILABILITY','PRICES','RESTRICTIONS'");
      fixture.channelManager.received.clear();
      fixture.done(
          "setAvailability",
          "{'propertyId':'canal-house','changes':[{'spaceTypeCode':'DBL','from':'2027-03-01',"
              + "'to':'2027-03-02','units':3}]}");
      fixture.done(
          "setPrices",
          "{'propertyId':'canal-house','changes':[{'ratePlanCode':'FLX','spaceTypeCode':'DBL',"
              + "'from':'2027-03-01','to':'2027-03-02','gross':[101,121,141]}]}");
      fixture.done(
          "setHotelierRestrictions",
          "{'propertyId':'canal-house','ratePlanCode':'FLX','spaceTypeCode':'DBL',"
              + "'from':'2027-03-01','to':'2027-03-02',"
              + "'restrictions':[{'closedTo':['ARRIVAL'],'applies':'ALWAYS'}]}");
      fixture.tickUntilIdle();
      assertThat(fixture.channelManager.received(UpdateAvailabilityRequest.class))
          .singleElement()
          .satisfies(
              push ->
                  assertThat(push.availabilities())
                      .singleElement()
                      .extracting("availability")
                      .isEqualTo(3));
      assertThat(fixture.channelManager.received(UpdatePricesRequest.class)).hasSize(1);
      assertThat(fixture.channelManager.received(UpdateRestrictionsRequest.class)).hasSize(1);
      JsonNode shown =
          fixture.done(
              "readAvailability",
              "{'connection':'%s','from':'2027-03-01','to':'2027-03-02'}".formatted(MASKED));
      assertThat(shown.get("availabilities"))
          .anyMatch(
              entry ->
                  entry.get("spaceTypeCode").asText().equals("DBL")
                      && entry.get("availability").asInt() == 3);
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void everythingCanBeReadAndNothingShowsAToken(DatabaseUrl url) {
    try (ControlFixture fixture = new ControlFixture(url).connected()) {
      enable(fixture, "'AVAILABILITY'");
      String named = "{'connection':'%s'}".formatted(MASKED);
      String all =
          fixture.done("listProperties", "").toString()
              + fixture.done("readProperty", "{'propertyId':'canal-house'}")
              + fixture.done("listConnections", "{}")
              + fixture.done("readMessages", "{'bodies':true}")
              + fixture.done("readBookings", named)
              + fixture.done("readNotices", named)
              + fixture.done("listMisbehaviours", "");
      assertThat(all)
          .contains("canal-house", MASKED, "updateAvailability", "\"AVAILABILITY\"")
          .doesNotContain(ControlFixture.CONNECTION)
          .doesNotContain(ControlFixture.CLIENT)
          .doesNotContain("mews-token");
    }
  }

  @Test
  void aFullUpdateIsPushedForTheNightsThatWereNamed() {
    try (ControlFixture fixture = new ControlFixture(Databases.inMemory()).connected()) {
      assertThat(fixture.refused("requestFullUpdate", named("")))
          .startsWith("409 Switched on are []");
      enable(fixture, "'AVAILABILITY'");
      fixture.channelManager.received.clear();
      fixture.done("requestFullUpdate", named(",'from':'2027-02-01','to':'2027-02-07'"));
      fixture.tickUntilIdle();
      assertThat(fixture.channelManager.received(UpdateAvailabilityRequest.class))
          .singleElement()
          .satisfies(
              push ->
                  assertThat(push.availabilities())
                      .allMatch(entry -> entry.from().toString().equals("2027-02-01"))
                      .allMatch(entry -> entry.to().toString().equals("2027-02-07")));
      assertThat(
              fixture
                  .done("awaitDelivered", named(",'atMostMillis':0"))
                  .get("delivered")
                  .asBoolean())
          .isTrue();
      assertThat(
              fixture.refused("requestFullUpdate", named(",'from':'2027-02-07','to':'2027-02-01'")))
          .startsWith("400 The last night 2027-02-01 is before the first night");
      fixture.done("disableKinds", named(",'kinds':['AVAILABILITY']"));
      assertThat(fixture.refused("requestFullUpdate", named(""))).startsWith("409");
    }
  }

  @Test
  void unknownCodesArePushedAndWithdrawn() {
    try (ControlFixture fixture = new ControlFixture(Databases.inMemory()).connected()) {
      enable(fixture, "'AVAILABILITY','PRICES'");
      fixture.channelManager.received.clear();
      fixture.done("pushUnknownCategory", named(",'spaceTypeCode':'GHOST'"));
      fixture.done("pushUnknownRate", named(",'ratePlanCode':'SPOOK','spaceTypeCode':'DBL'"));
      fixture.tickUntilIdle();
      assertThat(fixture.channelManager.received.toString()).contains("GHOST", "SPOOK");
      assertThat(fixture.refused("pushUnknownCategory", named(",'spaceTypeCode':'GHOST'")))
          .startsWith("409 GHOST is known");
      assertThat(
              fixture.refused(
                  "pushUnknownRate", named(",'ratePlanCode':'X','spaceTypeCode':'NOWHERE'")))
          .startsWith("404 There is no category NOWHERE");
      fixture.done("withdrawUnknown", named(",'code':'GHOST'"));
      fixture.done("pushUnknownCategory", named(",'spaceTypeCode':'GHOST'"));
    }
  }

  @Test
  void onlyTheHolderOfTheTokenControlsAndAnybodyMayAskForHealth() {
    try (ControlFixture fixture = new ControlFixture(Databases.inMemory())) {
      assertThat(fixture.call("listProperties", "", "wrong").statusCode()).isEqualTo(401);
      URI list = URI.create(fixture.control.url() + "/control/listProperties");
      assertThat(fixture.get(list).statusCode()).isEqualTo(401);
      assertThat(fixture.get(URI.create(fixture.control.url() + "/health;a/x")).statusCode())
          .isEqualTo(401);
      for (String path : new String[] {"/health", "/ready"}) {
        var answer = fixture.get(URI.create(fixture.control.url() + path));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
      }
    }
  }

  @Test
  void aProcessWithoutItsDatabaseLivesButIsNotReady() {
    try (ControlFixture fixture = new ControlFixture(Databases.inMemory())) {
      fixture.database.close();
      URI root = fixture.control.url();
      assertThat(fixture.get(URI.create(root + "/health")).statusCode()).isEqualTo(200);
      var answer = fixture.get(URI.create(root + "/ready"));
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("database of mews does not answer");
    }
  }

  @Test
  void theListenerOfChannelManagersServesNothingOfIt() {
    try (ControlFixture fixture = new ControlFixture(Databases.inMemory())) {
      for (String path : new String[] {"/control/listProperties", "/health", "/ready"}) {
        assertThat(fixture.get(URI.create(fixture.mews.url() + path)).statusCode()).isEqualTo(404);
      }
    }
  }

  @Test
  void wrongOrdersAreRefusedWithAStatusAndAWayOut() {
    try (ControlFixture fixture = new ControlFixture(Databases.inMemory()).connected()) {
      assertThat(fixture.refused("readProperty", "{'propertyId':'paris'}"))
          .isEqualTo("404 There is no property paris; listProperties shows those that exist.");
      assertThat(fixture.refused("readBookings", "{'connection':'nobody'}"))
          .startsWith("404 There is no connection masked:");
      assertThat(fixture.refused("readBookings", "{}")).startsWith("400").contains("connection");
      assertThat(fixture.refused("readBookings", "{'connection'")).startsWith("400");
      assertThat(
              fixture.refused(
                  "setAvailability",
                  "{'propertyId':'canal-house','changes':[{'spaceTypeCode':'NO',"
                      + "'from':'2027-03-01','to':'2027-03-02','units':3}]}"))
          .isEqualTo("400 There is no category NO.");
      assertThat(
              fixture.refused(
                  "connect",
                  "{'propertyId':'canal-house','channelManagerName':'F','clientToken':'a',"
                      + "'mewsClientToken':'b','endpoints':{'updatePrices':'acme'}}"))
          .startsWith("400 endpoints.updatePrices is 'acme'");
      assertThat(fixture.refused("dance", "{}")).startsWith("404");
    }
  }

  private static String named(String more) {
    return "{'connection':'%s'%s}".formatted(MASKED, more);
  }

  private static void enable(ControlFixture fixture, String kinds) {
    fixture.done("enableKinds", named(",'kinds':[%s]".formatted(kinds)));
    fixture.tickUntilIdle();
  }
}
