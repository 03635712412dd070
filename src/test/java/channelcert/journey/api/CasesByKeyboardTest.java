package channelcert.journey.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import channelcert.certification.sign.Sort;
import channelcert.journey.export.ExportVerifier;
import channelcert.journey.workflow.Role;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * The same whole cases by keyboard alone, and the pages beside a case. What a case has in common
 * with the one that goes straight to the end is walked by keys there and not repeated.
 */
class CasesByKeyboardTest extends WholeCases {
  CasesByKeyboardTest() {
    super(new Keys());
  }

  @Override
  void toTheFirstEvaluation() {
    inEvaluation("Again");
  }

  @Override
  void toTheLastEvaluation(String successor) {
    inEvaluation("Once more");
  }

  private void inEvaluation(String application) {
    Journey journey = new Journey(fixture, application);
    journey.toEvaluation();
    play.of(journey.caseId(), application.replace(' ', '-'));
  }

  @Test
  void thePagesBesideACaseNeedNoMouse() throws Exception {
    Journey journey = new Journey(fixture, "Beside");
    journey.toEvaluation();
    journey.certify();
    play.of(journey.caseId(), "beside");
    Page lead = play.open(Role.LEAD_CERTIFIER);
    hands.follow(lead, "History");
    assertThat(lead.locator("main")).containsText("The chain of hashes holds");
    hands.look(lead, "history");
    hands.follow(lead, "The case");
    byte[] archive = CasePlay.content(hands.save(lead, "Everything as one archive"));
    Assertions.assertThat(
            ExportVerifier.verify(new ByteArrayInputStream(archive), fixture.keys.publicKeys())
                .attests())
        .contains("Case: " + journey.caseId());
    hands.follow(lead.locator("#papers"), "Mails");
    Locator mail = lead.locator("main li").last();
    hands.unfold(mail, mail.locator("summary").innerText());
    hands.look(lead, "mails");
    lead = play.open(Role.LEAD_CERTIFIER);
    hands.follow(lead, "Certificate of attempt 1");
    hands.look(lead, "certificate");
    byte[] signed = CasePlay.content(hands.save(lead, "Certificate (JWS)"));
    fixture
        .keys
        .publicKeys()
        .verify(Sort.CERTIFICATE, new String(signed, StandardCharsets.US_ASCII));
  }

  @Test
  void theApisAreReadWithoutAMouse() {
    Page page = play.home(Role.PARTNER_DEVELOPER);
    hands.follow(page, "APIs");
    Locator apis = page.locator("nav[aria-label=APIs]");
    hands.follow(apis, apis.locator("a[href$=management]").innerText());
    assertThat(page.locator(".opblock-summary-control").first()).isVisible();
    Locator operation = page.locator(".opblock").first();
    hands.unfold(operation, operation.locator(".opblock-summary-control").textContent());
    assertThat(operation.locator(".opblock-body")).isVisible();
    hands.look(page, "api-docs");
  }
}
