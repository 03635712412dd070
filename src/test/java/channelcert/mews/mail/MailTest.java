package channelcert.mews.mail;

import static channelcert.mews.MewsFixture.CONNECTION;
import static channelcert.mews.MewsFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import channelcert.mail.Mail;
import channelcert.mews.FakeChannelManager;
import channelcert.mews.MewsFixture;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.Nights;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails to a property, through a real mail server. */
class MailTest {
  private static final String EMPLOYEE = "partner@canal-house.example";

  private GreenMail server;

  @BeforeEach
  void start() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void aRefusalIsMailedOnceInTextAndHtml(DatabaseUrl url) throws Exception {
    try (MewsFixture fixture = MewsFixture.connected(url).synchronised()) {
      refuse(fixture, 10, null, "BED");
      MailSender sender = sender(fixture, server.getSmtp().getPort());
      assertThat(sender.tick()).isTrue();
      assertThat(sender.tick()).isFalse();
    }

    assertThat(server.getReceivedMessages()).hasSize(1);
    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(EMPLOYEE);
    assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("mews@test.example");
    assertThat(mail.getSubject())
        .startsWith("Canal House, Example channel manager: Category BED is no longer synchronised");
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(content(parts.getBodyPart(0), "text/plain"))
        .contains("Not wanted here: 10", "What to do: correct the mapping");
    assertThat(content(parts.getBodyPart(1), "text/html"))
        .contains("<td>Canal House</td>", "Not wanted here: 10");
  }

  /** Every side effect of an error that the property has to know of. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "1, -, -, repeated",
        "2, -, -, held back",
        "3, -, -, held back",
        "4, -, DBL, Category DBL is no longer synchronised",
        "5, FLX, -, Rate FLX is no longer synchronised",
        "6, -, -, held back",
        "7, -, -, held back",
        "8, -, -, held back",
        "9, FLX, -, Rate FLX is no longer synchronised",
        "10, -, DBL, Category DBL is no longer synchronised",
        "11, FLX, DBL, taken out of rate FLX",
        "12, -, -, AVAILABILITY updates are switched off",
        "13, -, -, PRICES updates are switched off",
        "14, -, -, RESTRICTIONS updates are switched off"
      })
  void eachErrorIsMailed(int code, String rate, String category, String told) throws Exception {
    try (MewsFixture fixture = MewsFixture.connected(Databases.inMemory()).synchronised()) {
      refuse(fixture, code, rate, category);
      sender(fixture, server.getSmtp().getPort()).tick();
      assertThat(fixture.mews.notices(CONNECTION))
          .singleElement()
          .satisfies(
              notice -> {
                assertThat(notice.code()).isEqualTo(code);
                assertThat(notice.message()).contains(told);
              });
      assertThat(new Mailbox(fixture.database).about(CONNECTION))
          .singleElement()
          .satisfies(
              mailed -> {
                assertThat(mailed.to()).isEqualTo(EMPLOYEE);
                assertThat(mailed.text()).contains(told, "What to do: ");
                assertThat(mailed.sentAt()).isEqualTo(fixture.clock.instant());
              });
    }
    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(server.getReceivedMessages()[0].getSubject()).contains(told);
  }

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void aServerThatIsDownIsTriedAgainAndAMailOfYesterdayGivenUp(DatabaseUrl url) throws Exception {
    int port = server.getSmtp().getPort();
    server.stop();
    try (MewsFixture fixture = MewsFixture.connected(url).synchronised()) {
      refuse(fixture, 13, null, null);
      MailSender sender = sender(fixture, port);
      assertThat(sender.tick()).isTrue();
      assertThat(sender.tick()).as("not before the pause is over").isFalse();

      server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      server.start();
      fixture.clock.advance(Duration.ofMinutes(1));
      assertThat(sender.tick()).isTrue();
      assertThat(server.getReceivedMessages()).hasSize(1);

      refuse(fixture, 14, null, null);
      fixture.clock.advance(Duration.ofHours(25));
      assertThat(sender.tick()).isFalse();
    }
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void withoutAServerNothingIsSent() {
    try (MewsFixture fixture = MewsFixture.connected(Databases.inMemory()).synchronised()) {
      refuse(fixture, 13, null, null);
      assertThat(new MailSender(fixture.database, null, fixture.clock).tick()).isFalse();
    }
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void twoProcessesSendAMailOnce() {
    try (MewsFixture fixture = MewsFixture.connected(Databases.inMemory()).synchronised()) {
      refuse(fixture, 13, null, null);
      MailStore store = new MailStore(fixture.database);
      MailStore.Waiting seen =
          store.due(fixture.clock.instant(), fixture.clock.instant().minusSeconds(60)).getFirst();
      assertThat(store.claim(seen, fixture.clock.instant().plusSeconds(60))).isTrue();
      assertThat(store.claim(seen, fixture.clock.instant().plusSeconds(60))).isFalse();
    }
  }

  @Test
  void logsInWhereAUserIsGiven() throws Exception {
    server.setUser("hotel@test.example", "hotel", "p@ss:word");
    try (MewsFixture fixture = MewsFixture.connected(Databases.inMemory()).synchronised()) {
      refuse(fixture, 13, null, null);
      String address = "smtp://hotel:p%40ss:word@127.0.0.1:" + server.getSmtp().getPort();
      Mail mail = Mail.parse(address, "mews@test.example");
      assertThat(mail.toString()).doesNotContain("word");
      assertThat(mail.password()).isEqualTo("p@ss:word");
      new MailSender(fixture.database, mail, fixture.clock).tick();
    }
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void aChannelManagerCannotWriteHeadersOrMarkup() {
    MailText text =
        new MailText(
            "House\r\nBcc: all@example.com",
            "CM",
            TODAY.atStartOfDay(java.time.ZoneOffset.UTC).toInstant(),
            6,
            "<b>&");
    assertThat(text.subject()).isEqualTo("House Bcc: all@example.com, CM: <b>&");
    assertThat(text.html()).contains("&lt;b&gt;&amp;").doesNotContain("<b>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://host:25",
        "host:25",
        "smtp://",
        "smtp://user@host",
        "smtp://h/x",
        "smtp://a b"
      })
  void otherAddressesAreRefusedWithoutThePassword(String address) {
    assertThatThrownBy(() -> Mail.parse(address, "mews@test.example"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("smtp://user:password@host:port");
  }

  @Test
  void aPasswordLeavesTheMachineEncryptedOnly() {
    assertThat(Mail.parse("smtp://u:p@mail.example.com", "a@b.example").demandsStartTls()).isTrue();
    assertThat(Mail.parse("smtp://mail.example.com", "a@b.example").demandsStartTls()).isFalse();
    assertThat(Mail.parse("smtps://u:p@mail.example.com", "a@b.example").port()).isEqualTo(465);
  }

  private static MailSender sender(MewsFixture fixture, int port) {
    Mail mail = Mail.parse("smtp://127.0.0.1:" + port, "mews@test.example");
    return new MailSender(fixture.database, mail, fixture.clock);
  }

  private static void refuse(
      MewsFixture fixture,
      int code,
      @org.jspecify.annotations.Nullable String rate,
      @org.jspecify.annotations.Nullable String category) {
    InventoryKind kind =
        switch (code) {
          case 10, 12 -> InventoryKind.AVAILABILITY;
          case 14 -> InventoryKind.RESTRICTIONS;
          default -> InventoryKind.PRICES;
        };
    fixture.channelManager.answerNext(FakeChannelManager.refusal(code, rate, category));
    fixture.mews.requestFullUpdate(CONNECTION, Nights.of(TODAY, 1), Set.of(kind));
    fixture.tickUntilIdle();
  }

  private static String content(BodyPart part, String type) throws Exception {
    assertThat(part.getContentType()).startsWith(type);
    return part.getContent().toString();
  }
}
