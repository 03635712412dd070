package channelcert.journey.api;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.journey.workflow.Role;
import channelcert.mail.Mail;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mails of the process, through a real mail server. */
class PortalMailTest {
  private GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void everyStepByMailIsMailedInTextAndHtmlAndNoSecretIsInIt() throws Exception {
    try (PortalFixture fixture = fixture()) {
      Journey journey = new Journey(fixture);
      journey.toSelfTesting();
      journey.toFileIssued();
      fixture.done(
          journey.administrator(),
          "POST",
          journey.path("/files/answers"),
          "{'answers':[{'key':'responsible','value':'Ada Visser'}]}");
      journey.take("T10", journey.administrator(), "");
      journey.take("T12", journey.administrator(), "'slot':'%s'".formatted(fixture.slot()));
      assertThat(mails(journey, fixture).findValuesAsText("status")).containsOnly("WAITING");
      fixture.portal.tick();
      assertThat(mails(journey, fixture).findValuesAsText("status")).containsOnly("SENT");
      assertThat(subjects())
          .contains(
              "Acme Channels asks for a certification",
              "Acme Channels: your test environment is ready",
              "Acme Channels shares its test endpoints",
              "Acme Channels: the certification file",
              "Acme Channels returns the certification file",
              "Acme Channels: the certification call is booked");
      assertThat(fixture.everything("mail"))
          .contains("Acme Channels")
          .doesNotContain(journey.clientToken());
      MimeMessage ready = received("Acme Channels: your test environment is ready");
      assertThat(ready.getAllRecipients())
          .extracting(Object::toString)
          .allMatch(to -> to.endsWith("int123456.example"));
      assertThat(part(ready, 0))
          .contains(
              "What to do next: Create the test endpoints", "/portal/cases/" + journey.caseId());
      assertThat(part(ready, 1)).contains("<p>A test property");
      assertThat(part(received("Acme Channels: the certification call is booked"), 2))
          .contains("METHOD:REQUEST", "SEQUENCE:0", "DTSTART:20270102T100000Z");

      journey.take("T22", journey.administrator(), "'comment':'Not this year.'");
      fixture.portal.tick();
      MimeMessage withdrawn = received("Acme Channels: the certification is withdrawn");
      assertThat(part(withdrawn, 2))
          .contains("METHOD:CANCEL", "SEQUENCE:1", "STATUS:CANCELLED", "UID:call-");
      assertThat(((MimeMultipart) withdrawn.getContent()).getBodyPart(2).getContentType())
          .contains("text/calendar", "method=CANCEL");
      assertThat(
              fixture
                  .done(journey.certifier(), "GET", journey.path("/call"), null)
                  .at("/call/state")
                  .asText())
          .isEqualTo("CANCELLED");
      assertThat(
              fixture.done(journey.administrator(), "GET", "/api/call-slots", null).path("slots"))
          .as("the time is free again")
          .hasSize(1);
    }
  }

  @Test
  void aServerThatIsDownLosesNothingAndNobodyForgesAHeader() throws Exception {
    int port = server.getSmtp().getPort();
    server.stop();
    try (PortalFixture fixture = fixture(port)) {
      Journey journey = new Journey(fixture);
      journey.take(
          "T22",
          journey.administrator(),
          "'comment':'Later.\\nBcc: evil@evil.example <script>alert(1)</script>'");
      fixture.portal.tick();
      JsonNode waiting = mails(journey, fixture);
      assertThat(waiting.findValuesAsText("status")).containsOnly("WAITING");
      assertThat(waiting.findValuesAsText("problem"))
          .allMatch(text -> text.contains("tried again"));
      server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      server.start();
      fixture.portal.tick();
      assertThat(server.getReceivedMessages()).as("not before the pause is over").isEmpty();
      fixture.clock.advance(Duration.ofMinutes(1));
      fixture.portal.tick();
      assertThat(server.getReceivedMessages()).hasSize(waiting.path("mails").size());
      MimeMessage mail = server.getReceivedMessages()[0];
      assertThat(mail.getHeader("Bcc")).isNull();
      assertThat(mail.getSubject()).isEqualTo("Acme Channels: the certification is withdrawn");
      assertThat(part(mail, 1)).doesNotContain("<script>").contains("&lt;script&gt;");
      fixture.portal.tick();
      assertThat(server.getReceivedMessages()).hasSize(waiting.path("mails").size());
    }
  }

  @Test
  void anInvitationIsMailedAndItsTextIsNotKept() throws Exception {
    try (PortalFixture fixture = fixture()) {
      String body =
          "{'organisationId':'INT123456','email':'bram@acme.example','role':'PARTNER_DEVELOPER'}";
      JsonNode invited =
          fixture.done(fixture.as(Role.PARTNER_ADMINISTRATOR), "POST", "/api/invitations", body);
      assertThat(invited.path("mailed").asBoolean()).isTrue();
      assertThat(fixture.everything("mail")).doesNotContain("/invitation#");
      JsonNode outbox =
          fixture.done(fixture.as(Role.CERTIFIER), "GET", "/api/mails", null).path("mails");
      assertThat(outbox.findValuesAsText("to")).containsExactly("bram@acme.example");
      assertThat(outbox.findValuesAsText("text")).containsExactly("(secret, not shown)");
      fixture.portal.tick();
      assertThat(part(received("You are invited to the certification portal"), 0))
          .contains("/invitation#");
      assertThat(fixture.everything("mail")).contains("(not kept)");
    }
  }

  @Test
  void withoutAServerNothingIsSentAndTheApiSaysSo() {
    try (PortalFixture fixture = new PortalFixture(Databases.inMemory())) {
      Journey journey = new Journey(fixture);
      journey.take("T22", journey.administrator(), "'comment':'Later.'");
      fixture.portal.tick();
      JsonNode mails = mails(journey, fixture);
      assertThat(mails.path("configured").asBoolean()).isFalse();
      assertThat(mails.findValuesAsText("status")).isNotEmpty().containsOnly("NOT_SENT");
      assertThat(mails.findValuesAsText("problem")).containsOnly("No mail server is configured.");
    }
  }

  private PortalFixture fixture() {
    return fixture(server.getSmtp().getPort());
  }

  private static PortalFixture fixture(int port) {
    return new PortalFixture(
        Databases.inMemory(), Mail.parse("smtp://127.0.0.1:" + port, "portal@channelcert.example"));
  }

  private static JsonNode mails(Journey journey, PortalFixture fixture) {
    return fixture.done(journey.administrator(), "GET", journey.path("/mails"), null);
  }

  private List<String> subjects() {
    return Arrays.stream(server.getReceivedMessages()).map(PortalMailTest::subject).toList();
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private MimeMessage received(String subject) {
    return Arrays.stream(server.getReceivedMessages())
        .filter(mail -> subject(mail).equals(subject))
        .findFirst()
        .orElseThrow();
  }

  private static String part(MimeMessage mail, int number) throws MessagingException, IOException {
    BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(number);
    return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
