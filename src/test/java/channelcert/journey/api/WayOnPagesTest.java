package channelcert.journey.api;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.journey.workflow.Role;
import channelcert.store.Databases;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether everybody is told what leads a case on, and whom it waits for. */
class WayOnPagesTest {
  private static final String WAITS = "waits for you";

  private final PortalFixture fixture = new PortalFixture(Databases.inMemory());
  private final Journey journey = new Journey(fixture);

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void aRequestWaitsForMewsWhichProvidesTheEnvironment() {
    assertThat(home(Role.PARTNER_ADMINISTRATOR)).contains(WAITS, "Next: Send the request");
    journey.send();

    String next = "Provide the test environment – certifier or lead certifier";
    assertThat(home(Role.LEAD_CERTIFIER)).contains(WAITS, next);
    assertThat(home(Role.PARTNER_ADMINISTRATOR)).contains("Next: " + next).doesNotContain(WAITS);
    journey.take("T2", journey.certifier(), "'comment':'Which extranet is it?'");
    assertThat(of(Role.PARTNER_ADMINISTRATOR))
        .contains("id=\"sent-back\"", "Which extranet is it?", "certifier");
  }

  @Test
  void missingAddressesAreListedOneByOneWithTheWayToTheirForm() {
    journey.send();
    journey.take("T3", journey.certifier(), "");
    assertThat(of(Role.PARTNER_ADMINISTRATOR))
        .contains(
            "<li>The address of updatePrices is missing.</li>",
            "<li>The address of confirmGroup is missing.</li>",
            "href=\"#endpoints-test\"");
  }

  @Test
  void thePartnerIsToldHowMewsIsCalled() {
    journey.send();
    journey.take("T3", journey.certifier(), "");
    var secrets =
        fixture.done(journey.administrator(), "POST", journey.path("/secrets/test"), null);
    journey.share();

    String email = secrets.at("/secrets/1/value").asText();
    assertThat(home(Role.PARTNER_DEVELOPER)).contains(WAITS, "Next: Call Get properties");
    assertThat(of(Role.PARTNER_DEVELOPER))
        .contains("Call Get properties", address("getProperties"), "YOUR-CLIENT-TOKEN", email)
        .doesNotContain("No step is yours", secrets.at("/secrets/0/value").asText());
    assertThat(of(Role.LEAD_CERTIFIER)).contains(email).doesNotContain("id=\"to-mews\"");
    assertThat(of(Role.PROPERTY)).doesNotContain(email);

    fixture.callMews(
        "getProperties",
        "{'clientToken':'%s','email':'%s'}"
            .formatted(secrets.at("/secrets/0/value").asText(), email));
    assertThat(of(Role.PARTNER_DEVELOPER))
        .contains("Call Get configuration", address("getConfiguration"));
  }

  @Test
  void allPairsAreMappedByOneButton() {
    journey.send();
    journey.take("T3", journey.certifier(), "");
    var secrets =
        fixture.done(journey.administrator(), "POST", journey.path("/secrets/test"), null);
    journey.share();
    journey.readAsThePartner(secrets);
    String page = of(Role.PARTNER_DEVELOPER);
    assertThat(page).contains("DBL – Double", "30 of 30 pairs are not mapped.", "Map every pair");
    String form =
        "all=yes&formToken=%s&revision=%s"
            .formatted(field(page, "formToken"), field(page, "revision"));
    fixture.send(
        HttpRequest.newBuilder(
                URI.create(
                    fixture.portal.url() + "/portal/cases/" + journey.caseId() + "/mapping/1"))
            .header("Cookie", "channelcert-session=" + fixture.as(Role.PARTNER_DEVELOPER))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
    assertThat(of(Role.PARTNER_DEVELOPER))
        .contains("All 30 pairs are mapped.")
        .doesNotContain("Map every pair");
  }

  private static String field(String page, String name) {
    return page.replaceAll("(?s).*?name=\"" + name + "\" value=\"([^\"]*)\".*", "$1");
  }

  private String address(String operation) {
    return fixture.mews.url() + "/api/channelManager/v1/" + operation;
  }

  @Test
  void aReturnedFileWaitsForATimeThenForThePartnerAndIsGivenBackWithItsReason() {
    journey.toSelfTesting();
    assertThat(home(Role.LEAD_CERTIFIER))
        .contains("Report the tests as completed")
        .doesNotContain(WAITS);
    assertThat(of(Role.PARTNER_DEVELOPER)).contains("/runs\">Run the tests</a>");
    journey.toFileIssued();
    answer();
    journey.take("T10", journey.administrator(), "");
    assertThat(home(Role.LEAD_CERTIFIER)).contains(WAITS, "Offer times for the call");
    assertThat(of(Role.LEAD_CERTIFIER)).contains(">Offer times</a>");
    String slot = fixture.slot();
    assertThat(home(Role.LEAD_CERTIFIER))
        .contains("Book the call – partner developer or partner administrator")
        .doesNotContain(WAITS);

    journey.take("T11", journey.certifier(), "'comment':'The contact is missing.'");
    assertThat(of(Role.PARTNER_ADMINISTRATOR))
        .contains("id=\"sent-back\"", "Give the file back", "The contact is missing.");
    journey.take("T10", journey.administrator(), "");
    assertThat(of(Role.PARTNER_ADMINISTRATOR)).doesNotContain("id=\"sent-back\"");
    journey.take("T12", journey.administrator(), "'slot':'%s'".formatted(slot));
    assertThat(home(Role.LEAD_CERTIFIER)).contains(WAITS, "Begin the call");
    assertThat(of(Role.PARTNER_ADMINISTRATOR)).contains("2 Jan 2027, 10:00 UTC, booked");
  }

  private void answer() {
    fixture.done(
        journey.administrator(),
        "POST",
        journey.path("/files/answers"),
        "{'answers':[{'key':'responsible','value':'Ada Visser'}]}");
  }

  @Test
  void theSameAnswersMakeNoNewVersion() {
    journey.toSelfTesting();
    journey.toFileIssued();
    answer();
    answer();
    assertThat(
            fixture
                .done(journey.administrator(), "GET", journey.path("/files"), null)
                .path("versions"))
        .hasSize(2);
  }

  @Test
  void whoRecommendsIsWaitedForBeforeWhoSigns() {
    journey.toEvaluation();
    assertThat(home(Role.CERTIFIER)).contains(WAITS, "Recommend the certification");
    journey.remark("/recommendation", journey.certifier());
    assertThat(home(Role.CERTIFIER)).contains("Sign the certification").doesNotContain(WAITS);
    assertThat(home(Role.LEAD_CERTIFIER)).contains(WAITS);
  }

  private String home(Role role) {
    return fixture.page(role, "/portal");
  }

  private String of(Role role) {
    return fixture.page(role, "/portal/cases/" + journey.caseId());
  }
}
