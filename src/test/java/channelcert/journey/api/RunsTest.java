package channelcert.journey.api;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.journey.workflow.Role;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs that the API starts, against the reference channel manager of the partner. */
class RunsTest {
  private static PortalFixture fixture;
  private static Journey journey;
  private static LivePartner partner;

  @BeforeAll
  static void aCaseThatTestsItself() {
    fixture = PortalFixture.live(Databases.inMemory());
    journey = new Journey(fixture);
    partner = journey.liveToSelfTesting();
  }

  @AfterAll
  static void stop() {
    partner.close();
    fixture.close();
  }

  @Test
  void withADriverItComesToAVerdictByItselfAndAgain() {
    for (int again = 0; again < 2; again++) {
      JsonNode run = start(developer(), "'codes':[],'driver':'%s'".formatted(partner.driver()));
      JsonNode ended = await(run, each -> !each.path("state").asText().equals("RUNNING"));
      assertThat(ended.path("problem").asText("")).isEmpty();
      assertThat(ended.path("state").asText()).isEqualTo("FINISHED");
      assertThat(notPassed(ended)).containsExactly("RES-13", "ERR-1");
      assertThat(ended.path("rows")).hasSize(25);
    }
  }

  private static List<String> notPassed(JsonNode run) {
    return StreamSupport.stream(run.path("rows").spliterator(), false)
        .filter(row -> !row.path("state").asText().equals("PASSED"))
        .map(row -> row.path("code").asText())
        .toList();
  }

  private static String developer() {
    return fixture.as(Role.PARTNER_DEVELOPER);
  }

  private static JsonNode start(String by, String wish) {
    return fixture.done(by, "POST", journey.path("/runs"), "{" + wish + "}");
  }

  private static JsonNode await(JsonNode run, Predicate<JsonNode> wanted) {
    String path = journey.path("/runs/" + run.path("number").asInt());
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    JsonNode seen = fixture.done(developer(), "GET", path, null);
    while (!wanted.test(seen)) {
      assertThat(Instant.now()).as(seen.toPrettyString()).isBefore(end);
      Thread.onSpinWait();
      seen = fixture.done(developer(), "GET", path, null);
    }
    return seen;
  }
}
