package channelcert.journey.api;

import static channelcert.journey.api.HostileStrings.json;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.browser.TestBrowser;
import channelcert.certification.verdict.Verdict;
import channelcert.journey.workflow.Role;
import channelcert.mail.Mail;
import channelcert.management.LogLines;
import channelcert.store.Databases;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import jakarta.mail.Header;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two hundred hostile texts in every field that the portal stores, and where they come out. */
class HostileStringsTest {
  private static final String ADDRESS =
      "<svg/onload=window.hacked=1>=1+1\r\nBcc: evil@evil.example";
  private static final Set<String> MAIL_HEADERS =
      Set.of(
          "return-path",
          "received",
          "message-id",
          "from",
          "to",
          "subject",
          "date",
          "auto-submitted",
          "mime-version",
          "content-type");
  private static final GreenMail SERVER = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private static final List<LogRecord> LOGGED = new CopyOnWriteArrayList<>();
  private static final Handler LOG = handler();

  private static PortalFixture fixture;
  private static Journey journey;
  private static List<Integer> refused = List.of();

  @BeforeAll
  static void everyFieldIsFilled() {
    Logger.getLogger("").addHandler(LOG);
    SERVER.start();
    fixture =
        new PortalFixture(
            Databases.postgres(),
            new Mail(
                "127.0.0.1", SERVER.getSmtp().getPort(), false, "portal@mews.example", null, null));
    registerPartners();
    journey = new Journey(fixture, json(ADDRESS).replace("'", ""));
    journey.toSelfTesting();
    journey.toFileIssued();
    answerTheFile();
    refused = requests();
    remarks();
    steps();
    fixture.portal.tick();
  }

  @AfterAll
  static void stop() {
    Logger.getLogger("").removeHandler(LOG);
    fixture.close();
    SERVER.stop();
  }

  private static Handler handler() {
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord each) {
            LOGGED.add(each);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    handler.setLevel(Level.ALL);
    return handler;
  }

  private static void registerPartners() {
    int number = 0;
    for (String text : HostileStrings.storable()) {
      fixture.done(
          fixture.as(Role.LEAD_CERTIFIER),
          "POST",
          "/api/organisations",
          "{'id':'INT%06d','name':%s}".formatted(number++, json(text)));
    }
    for (Role role : List.of(Role.PARTNER_DEVELOPER, Role.PARTNER_ADMINISTRATOR, Role.PROPERTY)) {
      String name = HostileStrings.storable().get(role.name().length()) + ADDRESS;
      fixture
          .portal
          .accounts()
          .make(
              PortalFixture.OWN,
              role.name() + "@hostile.example",
              name,
              role,
              PortalFixture.PASSWORD);
    }
    for (String text : HostileStrings.all().subList(0, 40)) {
      assertThat(
              fixture.refused(
                  fixture.as(Role.LEAD_CERTIFIER),
                  "POST",
                  "/api/invitations",
                  "{'organisationId':'INT123456','email':%s,'role':'PROPERTY'}"
                      .formatted(json(text))))
          .startsWith("400");
    }
  }

  /** A case for each text; answers the statuses of those that no database could hold. */
  private static List<Integer> requests() {
    List<Integer> statuses = new ArrayList<>();
    for (String text : HostileStrings.all()) {
      String begun = "{'application':%s,'forManyProperties':true}".formatted(json(text));
      String administrator = fixture.as(Role.PARTNER_ADMINISTRATOR);
      if (HostileStrings.isNoText(text)) {
        assertThat(fixture.refused(administrator, "POST", "/api/cases", begun))
            .contains("application", "half of a character");
        statuses.add(fixture.call("POST", "/api/cases", begun, administrator).statusCode());
      } else {
        String id = fixture.done(administrator, "POST", "/api/cases", begun).path("id").asText();
        fixture.done(
            administrator,
            "PUT",
            "/api/cases/" + id + "/request",
            """
            {'revision':1,'request':{'application':%1$s,'forManyProperties':true,
             'pilotProperty':%1$s,'testAccessRequested':true,
             'details':{'notes':%1$s,'contactEmail':%1$s}}}
            """
                .formatted(json(text)));
      }
    }
    return statuses;
  }

  private static void answerTheFile() {
    String path = journey.path("/files/answers");
    List<String> keys =
        fixture.done(journey.administrator(), "GET", path, null).findValuesAsText("key");
    List<String> texts = HostileStrings.storable();
    for (int from = 0; from < texts.size(); from += keys.size()) {
      List<String> answers = new ArrayList<>();
      for (int at = 0; at < keys.size(); at++) {
        String text = texts.get((from + at) % texts.size());
        answers.add("{'key':'%s','value':%s}".formatted(keys.get(at), json(text)));
      }
      fixture.done(
          journey.administrator(), "POST", path, "{'answers':[" + String.join(",", answers) + "]}");
      noCellIsAFormula(
          fixture.download(journey.administrator(), journey.path("/files/1/workbook")));
    }
  }

  private static void noCellIsAFormula(byte[] workbook) {
    try (ZipFile zip = ZipFile.builder().setByteArray(workbook).get()) {
      for (var entry : Collections.list(zip.getEntries())) {
        String xml = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(xml).as(entry.getName()).doesNotContain("<f>", "<f ", "evil.example/\"");
        assertThat(xml)
            .as(entry.getName())
            .doesNotContainPattern("<t(?: [^>]*)?>(?:[=+@|%\\t\\r-]|&#)");
      }
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private static void remarks() {
    int number = 0;
    for (String text : HostileStrings.storable()) {
      String row = text.substring(0, Math.min(16, text.length()));
      fixture.done(
          journey.administrator(),
          "POST",
          journey.path("/comments"),
          "{'row':%s,'content':%s}".formatted(json(row), json(text)));
      fixture.done(
          journey.certifier(),
          "POST",
          journey.path("/issues"),
          "{'severity':'%s','content':%s}"
              .formatted(number++ % 2 == 0 ? "CRITICAL" : "MINOR", json(text)));
    }
    for (String text : HostileStrings.all()) {
      assertThat(
              fixture.refused(
                  journey.administrator(),
                  "PUT",
                  journey.path("/endpoints/test"),
                  "{'endpoints':[{'operation':'updatePrices','address':%s}]}"
                      .formatted(json(text))))
          .startsWith("400");
    }
  }

  private static void steps() {
    String every =
        HostileStrings.storable().stream()
            .limit(50)
            .map(HostileStrings::json)
            .collect(Collectors.joining(","));
    String text = json(String.join("\n", HostileStrings.storable()).repeat(2).substring(0, 9_000));
    journey.take("T10", journey.administrator(), "");
    journey.take("T11", journey.certifier(), "'comment':" + text);
    journey.take("T10", journey.administrator(), "");
    journey.take("T12", journey.administrator(), "'slot':'%s'".formatted(fixture.slot()));
    journey.take("T14", journey.certifier(), "'attendees':[%s]".formatted(every));
    fixture.done(
        journey.certifier(),
        "PUT",
        journey.path("/call/protocol"),
        "{'revision':%d,'content':%s}".formatted(journey.read().path("revision").asLong(), text));
    journey.take(
        "T16",
        journey.certifier(),
        "'issues':[{'severity':'CRITICAL','content':%s}]".formatted(text));
    againToThePilot(text);
    journey.take("T29", journey.administrator(), "'change':" + text);
    journey.take("T22", journey.administrator(), "'comment':" + text);
  }

  /** A second attempt with a row that is set aside, signed, and led to another pilot property. */
  private static void againToThePilot(String text) {
    fixture
        .done(journey.certifier(), "GET", journey.path("/issues"), null)
        .path("issues")
        .forEach(
            issue ->
                fixture.done(
                    journey.administrator(),
                    "POST",
                    journey.path("/issues/" + issue.path("number").asInt() + "/resolution"),
                    null));
    journey.take("T21", journey.administrator(), "");
    journey.fromSelfTestToEvaluation();
    fixture.passed(fixture.stored(journey.caseId()), false, List.of("ERR-6"), Verdict.FAILED);
    fixture.done(
        journey.certifier(),
        "POST",
        journey.path("/overrides"),
        "{'revision':%d,'row':'ERR-6','reason':%s}"
            .formatted(journey.read().path("revision").asLong(), text));
    journey.certify();
    fixture.done(
        journey.administrator(),
        "PUT",
        journey.path("/endpoints/production"),
        journey.endpoints("live"));
    fixture.done(
        journey.administrator(), "POST", journey.path("/endpoints/production/probe"), null);
    for (String pilot : joined(HostileStrings.storable(), 200)) {
      if (journey.read().path("state").asText().equals("CERTIFIED")) {
        journey.take("T23", journey.administrator(), "");
      }
      journey.remark("/pilot", fixture.as(Role.PROPERTY));
      journey.take("T24", journey.certifier(), "");
      journey.take("T27", journey.certifier(), "'pilotProperty':" + json(pilot));
    }
  }

  /** All the texts, several in one as far as they fit; longer ones are left to other fields. */
  private static List<String> joined(List<String> texts, int longest) {
    List<String> joined = new ArrayList<>(List.of("x"));
    for (String text : texts) {
      if (joined.getLast().length() + text.length() <= longest) {
        joined.set(joined.size() - 1, joined.getLast() + text);
      } else if (text.length() < longest) {
        joined.add("x" + text);
      }
    }
    return joined;
  }

  @Test
  void whatNoDatabaseCanHoldIsRefusedByName() {
    assertThat(refused).hasSize(15).containsOnly(400);
  }

  @Test
  void noLogLineIsForged() {
    LOGGED.clear();
    for (String text : HostileStrings.all()) {
      fixture.call("GET", "/api/cases/" + encoded(text), null, journey.administrator());
      LogRecord line = new LogRecord(Level.WARNING, text);
      LOGGED.add(line);
      LogRecord failure = new LogRecord(Level.WARNING, "failed");
      failure.setThrown(new IllegalStateException(text));
      LOGGED.add(failure);
    }
    assertThat(LOGGED).hasSizeGreaterThanOrEqualTo(400);
    for (LogRecord each : LOGGED) {
      String json = LogLines.json().format(each);
      assertThat(json.indexOf('\n')).as(json).isEqualTo(json.length() - 1);
      String human = LogLines.human().format(each);
      assertThat(human.stripTrailing().split("\\R(?!\\t)", -1)).as(human).hasSize(1);
      assertThat(human).doesNotContainPattern("[\\p{Cc}\\u202e&&[^\\n\\t]]");
    }
  }

  @Test
  void mailsKeepTheirHeaders() throws Exception {
    assertThat(SERVER.getReceivedMessages()).hasSizeGreaterThan(10);
    for (MimeMessage mail : SERVER.getReceivedMessages()) {
      for (Header header : Collections.list(mail.getAllHeaders())) {
        assertThat(MAIL_HEADERS).contains(header.getName().toLowerCase(java.util.Locale.ROOT));
      }
      assertThat(mail.getSubject()).contains("window.hacked").doesNotContainPattern("\\p{Cc}");
      assertThat(mail.getAllRecipients()).hasSize(1);
    }
  }

  @Test
  void downloadsHaveSafeNames() throws Exception {
    for (String path :
        List.of("/export", "/files/1/workbook", "/files/1/signed", "/call/invitation")) {
      HttpRequest asked =
          HttpRequest.newBuilder(URI.create(fixture.portal.url() + journey.path(path)))
              .header("Authorization", "Bearer " + journey.administrator())
              .build();
      assertThat(fixture.send(asked).headers().firstValue("Content-Disposition"))
          .as(path)
          .hasValueSatisfying(
              name ->
                  assertThat(name).matches("attachment; filename=\"[A-Za-z0-9][A-Za-z0-9._-]*\""));
    }
    byte[] archive = fixture.download(journey.administrator(), journey.path("/export"));
    try (ZipFile zip = ZipFile.builder().setByteArray(archive).get()) {
      assertThat(Collections.list(zip.getEntries()))
          .allMatch(each -> each.getName().matches("[A-Za-z0-9][A-Za-z0-9._/-]*"))
          .noneMatch(each -> each.getName().contains(".."));
    }
    String calendar =
        new String(
            fixture.download(journey.administrator(), journey.path("/call/invitation")),
            StandardCharsets.UTF_8);
    assertThat(calendar.replace("\r\n ", "").split("\r\n"))
        .allMatch(line -> line.matches("[A-Z-]+(?:;[A-Z]+=(?:[A-Z-]+|\"[^\"]*\"))*:.*"));
  }

  @Test
  void noPageRunsAnything() {
    try (TestBrowser browser = TestBrowser.start()) {
      List<String> complaints = new CopyOnWriteArrayList<>();
      Page lead = page(browser, Role.LEAD_CERTIFIER, complaints);
      Page administrator = page(browser, Role.PARTNER_ADMINISTRATOR, complaints);
      List<String> texts = HostileStrings.storable();

      open(lead, "/portal/people");
      assertThat(shown(lead, "main li")).contains(plain(texts));
      open(lead, "/portal");
      assertThat(shown(lead, "tbody th")).contains(plain(texts));
      String address = "/portal/cases/" + journey.caseId();
      open(lead, address);
      assertThat(shown(lead, "#comments .comment p")).contains(plain(texts));
      assertThat(shown(lead, "#issues li")).contains(plain(texts));
      open(lead, address + "/history");
      open(lead, "/api/cases/" + journey.caseId() + "/files/1/page");
      assertThat(lead.locator("body").innerText()).contains("window.hacked");
      open(administrator, "/portal");
      assertThat(shown(administrator, "main h2 a")).contains(plain(texts));
      for (String text : texts.subList(0, 10)) {
        open(administrator, "/portal/new-case?done=" + encoded(text));
      }
      typed(administrator, "/portal/new-case", texts);
      assertThat(complaints).isEmpty();
    }
  }

  /** What is typed comes back with the error, as it was typed. */
  private static void typed(Page page, String address, List<String> texts) {
    for (int at = 0; at + 4 <= 40; at += 4) {
      open(page, address);
      List<String> four = texts.subList(at, at + 4);
      page.evaluate(
          """
          texts => {
            const form = document.querySelector('main form');
            ['application', 'contactEmail', 'pilotProperty', 'notes'].forEach(
              (name, at) => { form.elements[name].value = texts[at]; });
            form.elements.horizonDays.value = texts[0];
            form.noValidate = true;
          }
          """,
          four);
      page.locator("main form button").click();
      assertThat(page.locator("#e-horizonDays").innerText()).contains("365 to 1095");
      assertThat(plain(List.of(page.locator("#f-notes").inputValue())))
          .isEqualTo(plain(List.of(four.get(3))));
      clean(page);
    }
  }

  private static Page page(TestBrowser browser, Role role, List<String> complaints) {
    BrowserContext context = browser.context(1280, ColorScheme.LIGHT);
    String url = fixture.portal.url().toString();
    context.addCookies(List.of(new Cookie("channelcert-session", fixture.as(role)).setUrl(url)));
    Page page = context.newPage();
    page.onDialog(
        dialog -> {
          complaints.add("dialog " + dialog.message());
          dialog.dismiss();
        });
    page.onConsoleMessage(
        message -> {
          if (!message.text().contains("status of 422")) {
            complaints.add(message.text());
          }
        });
    page.onRequest(
        request -> {
          if (!request.url().startsWith(url)) {
            complaints.add("request to " + request.url());
          }
        });
    return page;
  }

  private static void open(Page page, String path) {
    int status = Objects.requireNonNull(page.navigate(fixture.portal.url() + path)).status();
    assertThat(status).as(path).isEqualTo(200);
    clean(page);
  }

  private static void clean(Page page) {
    assertThat(page.evaluate("() => typeof window.hacked")).isEqualTo("undefined");
    assertThat(page.frames()).hasSize(1);
    assertThat(page.locator("main script, main style, main base, main svg, main img").count())
        .isZero();
  }

  private static String shown(Page page, String selector) {
    return String.join("", plain(page.locator(selector).allTextContents()));
  }

  /** Without what a page may show in another way: blanks, controls. */
  private static List<String> plain(List<String> texts) {
    return texts.stream().map(each -> each.replaceAll("[\\s\\p{Cc}\\u2028\\u2029-]+", "")).toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
