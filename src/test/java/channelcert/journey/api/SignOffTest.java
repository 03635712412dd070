package channelcert.journey.api;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.verdict.Verdict;
import channelcert.journey.workflow.Role;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows set aside with a reason, and links that show a case to others. */
class SignOffTest {
  private static final String REASON = "Shown in the call instead.";

  @Test
  void aRowIsSetAsideWithAReasonThatStandsEverywhereAndSomebodyElseSigns() {
    try (PortalFixture fixture = new PortalFixture(Databases.inMemory())) {
      Journey journey = new Journey(fixture);
      journey.toEvaluation();
      fixture.passed(fixture.stored(journey.caseId()), false, List.of("ERR-3"), Verdict.FAILED);
      journey.remark("/recommendation", journey.certifier());
      String lead = fixture.as(Role.LEAD_CERTIFIER);
      assertThat(override(fixture, journey, lead, "ERR-3", " "))
          .isEqualTo("400 Say why the row is set aside, in at most 10000 characters.");
      assertThat(override(fixture, journey, lead, "ERR-4", REASON))
          .isEqualTo("400 The row ERR-4 did not fail in this attempt, or is set aside already.");
      fixture.passed(fixture.stored(journey.caseId()), false, List.of("SUP-1"), Verdict.FAILED);
      assertThat(override(fixture, journey, lead, "SUP-1", REASON)).startsWith("400 The row SUP-1");
      JsonNode aside =
          fixture.done(lead, "POST", journey.path("/overrides"), body(journey, "ERR-3", REASON));
      assertThat(aside.at("/overrides/0/reason").asText()).isEqualTo(REASON);
      assertThat(journey.refused("T19", fixture.as("second@mews.example"), ""))
          .isEqualTo(
              "409 Two people sign off: a certifier has to recommend the certification first.");
      journey.remark("/recommendation", journey.certifier());
      assertThat(journey.refused("T19", lead, ""))
          .startsWith("403 You set a row of this certification aside");
      journey.take("T19", fixture.as("second@mews.example"), "");

      JsonNode certificate =
          fixture.done(lead, "GET", journey.path("/certificates"), null).at("/certificates/0");
      assertThat(certificate.at("/overrides/0").asText())
          .isEqualTo("ERR-3: Shown in the call instead. (lead certifier)");
      assertThat(certificate.path("tests").toString()).doesNotContain("ERR-3").contains("ERR-4");
      JsonNode history = fixture.done(lead, "GET", journey.path("/history"), null);
      assertThat(history.path("intact").asBoolean()).isTrue();
      assertThat(history.toString()).contains("overrideRow", "Shown in the call instead.");
      int newest = fixture.done(lead, "GET", journey.path("/files"), null).path("versions").size();
      assertThat(
              new String(
                  fixture.download(lead, journey.path("/files/" + newest + "/page")),
                  StandardCharsets.UTF_8))
          .contains("Set aside by lead certifier: Shown in the call instead.", "Ada Visser");
    }
  }

  private static String override(
      PortalFixture fixture, Journey journey, String by, String row, String reason) {
    return fixture.refused(by, "POST", journey.path("/overrides"), body(journey, row, reason));
  }

  private static String body(Journey journey, String row, String reason) {
    return "{'revision':%d,'row':'%s','reason':'%s'}"
        .formatted(journey.read().path("revision").asLong(), row, reason);
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void aLinkShowsWhatItShouldUntilItEndsOrIsRevoked(DatabaseUrl url) {
    try (PortalFixture fixture = new PortalFixture(url)) {
      Journey journey = new Journey(fixture);
      journey.toSelfTesting();
      journey.passed(false, "INV", 2);
      fixture.done(
          journey.administrator(),
          "POST",
          journey.path("/comments"),
          "{'content':'For us alone.'}");
      String plain = link(fixture, journey, 7, false);
      String open = link(fixture, journey, 1, true);

      JsonNode shown = shared(fixture, plain);
      assertThat(shown.path("state").asText()).isEqualTo("SELF_TESTING");
      assertThat(shown.path("rows").toString())
          .isEqualTo(
              "[{\"row\":\"INV-1\",\"verdict\":\"PASSED\",\"setAside\":false},{\"row\":\"INV-2\",\"verdict\":\"PASSED\",\"setAside\":false}]");
      assertThat(shown.toString())
          .doesNotContain("For us alone.", journey.clientToken(), "127.0.0.1", "@");
      assertThat(shared(fixture, open).at("/comments/0/content").asText())
          .isEqualTo("For us alone.");
      assertThat(page(fixture, plain))
          .contains("Acme Channels", "INV-2", "The link ends on 8 Jan 2027")
          .doesNotContain("For us alone.", journey.clientToken(), "127.0.0.1:", "Log out");
      assertThat(fixture.everything("case_share_link"))
          .contains("false")
          .doesNotContain(token(plain));
      String listed =
          fixture.done(journey.certifier(), "GET", journey.path("/share-links"), null).toString();
      assertThat(listed).contains("partner administrator").doesNotContain(token(plain));

      fixture.pass(Duration.ofDays(1));
      assertThat(status(fixture, open)).isEqualTo(404);
      fixture.done(journey.certifier(), "DELETE", journey.path("/share-links/1"), null);
      assertThat(status(fixture, plain)).isEqualTo(404);
      assertThat(page(fixture, plain)).contains("The link is unknown, over or was revoked.");
      assertThat(
              fixture.refused(journey.certifier(), "DELETE", journey.path("/share-links/1"), null))
          .startsWith("409 There is no open share link 1");
    }
  }

  private static String link(
      PortalFixture fixture, Journey journey, int days, boolean withComments) {
    return fixture
        .done(
            journey.administrator(),
            "POST",
            journey.path("/share-links"),
            "{'days':%d,'withComments':%b}".formatted(days, withComments))
        .path("link")
        .asText();
  }

  private static String token(String link) {
    return link.substring(link.lastIndexOf('/') + 1);
  }

  private static JsonNode shared(PortalFixture fixture, String link) {
    return PortalFixture.json(fixture.call("GET", "/api/shared/" + token(link), null, null));
  }

  private static int status(PortalFixture fixture, String link) {
    return fixture.call("GET", "/api/shared/" + token(link), null, null).statusCode();
  }

  private static String page(PortalFixture fixture, String link) {
    return new String(
        fixture.download("", "/portal/shared/" + token(link)), StandardCharsets.UTF_8);
  }
}
