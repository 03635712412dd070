package channelcert.journey.api;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.verdict.Verdict;
import channelcert.journey.workflow.Role;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases on their way, through the API, with a real Mews side that is watched. */
class CaseJourneyTest {
  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void aCaseGoesAllTheWayToLive(DatabaseUrl url) {
    try (PortalFixture fixture = new PortalFixture(url)) {
      Journey journey = new Journey(fixture);
      journey.toEvaluation();
      journey.certify();
      fixture.done(
          journey.administrator(),
          "PUT",
          journey.path("/endpoints/production"),
          journey.endpoints("live"));
      fixture.done(
          journey.administrator(), "POST", journey.path("/endpoints/production/probe"), null);
      JsonNode production = journey.take("T23", journey.administrator(), "");
      assertThat(journey.refused("T24", journey.certifier(), ""))
          .isEqualTo("409 The pilot property has to agree first.");
      journey.remark("/pilot", fixture.as(Role.PROPERTY));
      journey.take("T24", journey.certifier(), "");
      assertThat(journey.refused("T25", journey.certifier(), ""))
          .contains("No live inventory update", "No live booking");
      journey.goLive(production);
      journey.take("T25", journey.certifier(), "");
      fixture.pass(Duration.ofDays(27));
      journey.remark("/health", journey.certifier());
      assertThat(journey.refused("T28", journey.certifier(), ""))
          .isEqualTo("409 The 28 days of monitoring are not over.");
      fixture.pass(Duration.ofDays(1));
      assertThat(journey.take("T28", journey.certifier(), "").path("state").asText())
          .isEqualTo("LIVE");
      JsonNode history = fixture.done(journey.certifier(), "GET", journey.path("/history"), null);
      assertThat(history.path("intact").asBoolean()).isTrue();
      assertThat(history.path("entries").findValuesAsText("action"))
          .startsWith("createCase", "changeRequest", "T1", "T3")
          .contains("T5", "T6", "T8")
          .endsWith("T28");
    }
  }

  @Test
  void aFailedCaseStartsOverAndLosesItsTimeAfterSixMonths() {
    try (PortalFixture fixture = new PortalFixture(Databases.inMemory())) {
      Journey journey = new Journey(fixture);
      journey.toEvaluation();
      fixture.passed(fixture.stored(journey.caseId()), false, List.of("ERR-3"), Verdict.FAILED);
      assertThat(journey.refused("T19", fixture.as(Role.LEAD_CERTIFIER), ""))
          .contains("ERR-3")
          .contains("a certifier has to recommend");
      journey.take(
          "T20", journey.certifier(), "'issues':[{'severity':'CRITICAL','content':'ERR-3'}]");
      assertThat(journey.refused("T21", journey.administrator(), ""))
          .isEqualTo("409 1 issues are open; mark each resolved once it is.");
      fixture.done(journey.administrator(), "POST", journey.path("/issues/1/resolution"), null);
      JsonNode again = journey.take("T21", journey.administrator(), "");
      assertThat(again.path("attempt").asInt()).isEqualTo(2);
      assertThat(again.path("state").asText()).isEqualTo("SELF_TESTING");
      journey.fromSelfTestToEvaluation();
      journey.certify();
      fixture.done(
          journey.administrator(),
          "PUT",
          journey.path("/endpoints/production"),
          journey.endpoints("live"));
      fixture.done(
          journey.administrator(), "POST", journey.path("/endpoints/production/probe"), null);
      journey.take("T23", journey.administrator(), "");
      fixture.pass(Duration.ofDays(180));
      fixture.portal.tick();
      assertThat(journey.read().path("state").asText()).isEqualTo("PRODUCTION_SETUP");
      fixture.pass(Duration.ofDays(1));
      fixture.portal.tick();
      assertThat(journey.read().path("state").asText()).isEqualTo("RECERTIFICATION_REQUIRED");
      String successor =
          journey.take("T30", journey.administrator(), "").path("successor").asText();
      JsonNode linked =
          fixture.done(journey.administrator(), "GET", "/api/cases/" + successor, null);
      assertThat(linked.path("predecessor").asText()).isEqualTo(journey.caseId());
      assertThat(linked.path("state").asText()).isEqualTo("REQUESTED");
      assertThat(journey.refused("T30", journey.administrator(), "")).contains(successor);
    }
  }

  @Test
  void whoRecommendsDoesNotSign() {
    try (PortalFixture fixture = new PortalFixture(Databases.inMemory())) {
      Journey journey = new Journey(fixture);
      journey.toEvaluation();
      String lead = fixture.as(Role.LEAD_CERTIFIER);
      journey.remark("/recommendation", lead);
      assertThat(journey.refused("T19", lead, ""))
          .isEqualTo(
              "403 You recommended this certification; another lead certifier has to sign it.");
      journey.take("T19", fixture.as("second@mews.example"), "");
    }
  }

  @Test
  void actingOutOfTurnIsAnsweredWithWhatIsPossibleNowAndByWhom() {
    try (PortalFixture fixture = new PortalFixture(Databases.inMemory())) {
      Journey journey = new Journey(fixture);
      journey.send();
      assertThat(journey.refused("T28", journey.certifier(), ""))
          .isEqualTo(
              "409 The step T28 cannot be taken in the state REQUESTED; now possible: Ask for"
                  + " missing information (T2, by you); Provide the test environment (T3, by"
                  + " you); Withdraw (T22, by you).");
      assertThat(journey.refused("T3", journey.administrator(), ""))
          .startsWith("403 The step T3 is taken by a certifier or lead certifier; now possible:");
      assertThat(journey.refused("T2", journey.certifier(), "'comment':' '"))
          .isEqualTo("400 The step needs a comment that says why.");
      journey.take("T3", journey.certifier(), "");
      journey.share();
      assertThat(journey.refused("T5", journey.certifier(), ""))
          .isEqualTo("403 The step T5 happens by itself, as soon as what it needs was seen.");
    }
  }

  @Test
  void theAddressOfAnotherCaseIsRefusedByName() {
    try (PortalFixture fixture = new PortalFixture(Databases.inMemory())) {
      Journey one = new Journey(fixture);
      Journey other = new Journey(fixture);
      String path = "/endpoints/test";
      fixture.done(one.administrator(), "PUT", one.path(path), one.endpoints("test"));
      assertThat(
              fixture.refused(
                  other.administrator(), "PUT", other.path(path), one.endpoints("test")))
          .startsWith("400 The address of updatePrices is registered in another case");
    }
  }

  @Test
  void ofTwoWhoActAtOnceOneIsTold() {
    try (PortalFixture fixture = new PortalFixture(Databases.inMemory())) {
      Journey journey = new Journey(fixture);
      journey.send();
      String body = "{'revision':%d}".formatted(journey.read().path("revision").asLong());
      fixture.done(journey.certifier(), "POST", journey.path("/steps/T3"), body);
      assertThat(
              fixture.refused(
                  fixture.as(Role.LEAD_CERTIFIER), "POST", journey.path("/steps/T3"), body))
          .startsWith("409 The case was changed meanwhile");
    }
  }
}
