package channelcert.channelmanager;

import static channelcert.channelmanager.RunningSide.done;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.Reply;
import channelcert.contract.driver.ConnectionMapping;
import channelcert.contract.driver.Pricing;
import channelcert.contract.driver.SetUpConnectionCommand;
import channelcert.contract.mews.ConfigurationExtent;
import channelcert.contract.mews.GetConfigurationRequest;
import channelcert.contract.shared.Error;
import channelcert.contract.shared.ErrorCode;
import channelcert.contract.shared.SimpleResponse;
import channelcert.http.Json;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GateTest {
  private static final String UNITS =
      "\"availabilities\":[{\"spaceTypeCode\":\"DBL\",\"from\":\"2027-01-01\",\"to\":\"2027-01-01\",\"availability\":1}]";

  @Test
  void mapsEveryPairWhenAConnectionIsSetUp() {
    try (RunningSide running = new RunningSide(Databases.inMemory())) {
      ConnectionMapping mapping = running.setUp(Pricing.NET);

      assertThat(mapping.mappings())
          .extracting(pair -> pair.ratePlanCode() + "-" + pair.spaceTypeCode())
          .containsExactlyInAnyOrder("FLX-SGL", "FLX-DBL", "NRF-DBL");
      assertThat(running.ari("2027-01-01", "2027-01-01").pricing()).isEqualTo(Pricing.NET);
      assertThat(running.mews.configurations)
          .singleElement()
          .extracting(GetConfigurationRequest::extent)
          .isEqualTo(
              ConfigurationExtent.builder()
                  .includeUnsynchronizedRates(true)
                  .includeUnsynchronizedCategories(true)
                  .includeProducts(true)
                  .includeAgeCategories(true)
                  .build());
    }
  }

  @Test
  void refusesToSetUpAConnectionThatMewsDoesNotList() {
    try (RunningSide running = new RunningSide(Databases.inMemory())) {
      Reply<ConnectionMapping> reply =
          running.driver.setUpConnection(
              running.driverAt("setUpConnection"),
              SetUpConnectionCommand.builder()
                  .connectionToken(RunningSide.CONNECTION)
                  .email("stranger@example.com")
                  .pricing(Pricing.GROSS)
                  .build());

      assertThat(reply).isInstanceOf(Reply.Failed.class);
      assertThat(reply.toString()).contains("409", "lists no connection");
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void answersCode3WhileTheConnectionIsInactive(DatabaseUrl url) {
    try (RunningSide running = RunningSide.ready(url)) {
      done(
          running.driver.deactivateConnection(
              running.driverAt("deactivateConnection"), RunningSide.connection()));
      for (String operation : operations()) {
        refused(running.push(operation, "m1", fields(operation)), ErrorCode.CONNECTION_NOT_FOUND);
      }
      done(
          running.driver.activateConnection(
              running.driverAt("activateConnection"), RunningSide.connection()));
      for (String operation : operations()) {
        assertThat(running.push(operation, "m1", fields(operation)).success()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void answersCode1DuringMaintenance(DatabaseUrl url) {
    try (RunningSide running = RunningSide.ready(url)) {
      done(running.driver.enterMaintenance(running.driverAt("enterMaintenance")));
      done(running.driver.enterMaintenance(running.driverAt("enterMaintenance")));
      SimpleResponse answer = running.push("updateAvailability", "m1", UNITS);
      refused(answer, ErrorCode.SYSTEM_ERROR);
      assertThat(answer.errors())
          .extracting(Error::message)
          .containsExactly(ChannelManagerSide.MAINTENANCE_MESSAGE);
      refused(notification(running, "changeNotificaton", 1), ErrorCode.SYSTEM_ERROR);
      done(running.driver.leaveMaintenance(running.driverAt("leaveMaintenance")));
      assertThat(running.push("updateAvailability", "m1", UNITS).success()).isTrue();
    }
  }

  @Test
  void answersCode8ForUnknownTokens() {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      for (String tokens :
          new String[] {
            "\"clientToken\":\"WRONG\",\"connectionToken\":\"CONN-1\"",
            "\"clientToken\":\"MEWS-AT-CHM\",\"connectionToken\":\"CONN-9\""
          }) {
        String envelope = "{" + tokens + ",\"messageId\":\"m1\",\"responseUrl\":\"http://x\",";
        refused(
            running.send("updateAvailability", envelope + UNITS + "}"),
            ErrorCode.INVALID_AUTHENTICATION);
        refused(
            running.send("changeNotificaton", envelope + "\"type\":1}"),
            ErrorCode.INVALID_AUTHENTICATION);
        refused(
            running.send(
                "confirmGroup",
                envelope + "\"relatedMessageId\":\"g\",\"channelManagerId\":\"c\"}"),
            ErrorCode.INVALID_AUTHENTICATION);
      }
    }
  }

  @Test
  void followsChangeNotificationsUnderBothSpellings() {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      running.mews.pairs.add(PlayedMews.pair("NRF", "SGL"));
      assertThat(notification(running, "changeNotificaton", 1).success()).isTrue();
      assertThat(running.mews.configurations).hasSize(1);
      assertThat(running.side.tick()).isTrue();
      assertThat(running.mews.configurations).hasSize(2);
      assertThat(running.side.tick()).isFalse();

      assertThat(notification(running, "changeNotification", 3).success()).isTrue();
      refused(running.push("updateAvailability", "m1", UNITS), ErrorCode.CONNECTION_NOT_FOUND);
      assertThat(notification(running, "changeNotification", 2).success()).isTrue();
      assertThat(running.push("updateAvailability", "m1", UNITS).success()).isTrue();
    }
  }

  @Test
  void mapsNewPairsAfterAChangeNotification() {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      running.mews.pairs.add(PlayedMews.pair("NRF", "SGL"));
      String restriction =
          """
          "restrictions":[{"spaceTypeCode":"SGL","ratePlanCode":"NRF","from":"2027-01-01","to":"2027-01-01","state":[1]}]
          """;
      refused(running.push("updateRestrictions", "m1", restriction), ErrorCode.RATE_CATEGORY_ERROR);
      notification(running, "changeNotificaton", 1);
      running.side.tick();
      assertThat(running.push("updateRestrictions", "m2", restriction).success()).isTrue();
    }
  }

  @Test
  void letsGoOfPairsThatMewsOffersNoLonger() {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      String restriction =
          """
          "restrictions":[{"spaceTypeCode":"DBL","ratePlanCode":"%s","from":"2027-01-01","to":"2027-01-01","state":[1]}]
          """;
      running.mews.pairs.remove(PlayedMews.pair("NRF", "DBL"));
      assertThat(running.push("updateRestrictions", "m1", restriction.formatted("NRF")).success())
          .isTrue();
      notification(running, "changeNotificaton", 1);
      running.side.tick();
      refused(
          running.push("updateRestrictions", "m2", restriction.formatted("NRF")),
          ErrorCode.RATE_ERROR);
      assertThat(running.push("updateRestrictions", "m3", restriction.formatted("FLX")).success())
          .isTrue();
    }
  }

  @Test
  void theDriverWantsTheClientToken() throws Exception {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      String body = "{\"connectionToken\":\"CONN-1\"}";
      for (String token : new String[] {"", "WRONG"}) {
        HttpResponse<String> response = running.post("/driver/readErrorLog", body, token);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Json.mapper().readTree(response.body()).path("message").asText())
            .contains("Authorization");
        assertThat(running.post("/driver/nothing", body, token).statusCode()).isEqualTo(401);
      }
    }
  }

  @Test
  void theDriverAnswersProblemsWithATellingStatus() throws Exception {
    try (RunningSide running = RunningSide.ready(Databases.inMemory())) {
      problem(running, "/driver/nothing", "{}", 404);
      problem(running, "/driver/readErrorLog", "{\"connectionToken\":\"CONN-9\"}", 404);
      problem(running, "/driver/readErrorLog", "{}", 400);
      problem(
          running,
          "/driver/cancelBooking",
          "{\"connectionToken\":\"CONN-1\",\"channelManagerId\":\"CM-1\"}",
          404);
      problem(
          running,
          "/driver/readAri",
          "{\"connectionToken\":\"CONN-1\",\"from\":\"2027-01-02\",\"to\":\"2027-01-01\"}",
          400);
      assertThat(running.post("/processNothing", "{}", "").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void namesItsEndpoints() {
    try (RunningSide running = new RunningSide(Databases.inMemory())) {
      assertThat(running.side.endpoints())
          .containsOnlyKeys(
              "updateAvailability",
              "updatePrices",
              "updateRestrictions",
              "confirmGroup",
              "processGroup",
              "processAvailabilityBlock",
              "processAvailabilityBlockConfirmation",
              "changeNotification");
      assertThat(running.side.endpoints().get("changeNotification"))
          .hasToString(running.side.url() + "/changeNotificaton");
    }
  }

  private static void problem(RunningSide running, String path, String body, int status)
      throws Exception {
    HttpResponse<String> response = running.post(path, body, RunningSide.CLIENT_TOKEN);
    assertThat(response.statusCode()).as(path).isEqualTo(status);
    assertThat(Json.mapper().readTree(response.body()).path("message").asText()).isNotEmpty();
  }

  private static SimpleResponse notification(RunningSide running, String path, int type) {
    return running.send(
        path,
        "{\"clientToken\":\"MEWS-AT-CHM\",\"connectionToken\":\"CONN-1\",\"type\":" + type + "}");
  }

  private static String[] operations() {
    return new String[] {"updateAvailability", "updatePrices", "updateRestrictions"};
  }

  private static String fields(String operation) {
    return switch (operation) {
      case "updateAvailability" -> "\"availabilities\":[]";
      case "updatePrices" -> "\"ratePrices\":[]";
      default -> "\"restrictions\":[]";
    };
  }

  private static void refused(SimpleResponse answer, ErrorCode code) {
    assertThat(answer.success()).isFalse();
    assertThat(answer.errors()).extracting(Error::code).containsExactly(code);
    assertThat(answer.errors())
        .allSatisfy(error -> assertThat(error.message()).hasSizeGreaterThan(30));
  }
}
