package channelcert.journey.api;

import static channelcert.store.journey.Tables.CASE_EXCHANGE;

import channelcert.certification.evidence.Switchboard;
import channelcert.certification.sign.SigningKeys;
import channelcert.certification.verdict.Verdict;
import channelcert.exchange.Exchange;
import channelcert.exchange.Recorder;
import channelcert.http.Json;
import channelcert.http.watch.RequestObserver;
import channelcert.journey.cases.CaseStore;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.endpoint.HostResolver;
import channelcert.journey.environment.CaseWatcher;
import channelcert.journey.environment.Vault;
import channelcert.journey.people.Organisation;
import channelcert.journey.run.RowRecord;
import channelcert.journey.run.RunStore;
import channelcert.journey.workflow.Role;
import channelcert.mail.Mail;
import channelcert.mews.MewsSettings;
import channelcert.mews.MewsSide;
import channelcert.mews.SettableClock;
import channelcert.store.Database;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import channelcert.store.Part;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A portal with a Mews side whose engine a test ticks, two partners, and somebody of each role. */
final class PortalFixture implements AutoCloseable {
  static final String PASSWORD = "correct horse battery";
  static final String OWN = "INT123456";
  static final String FOREIGN = "INT654321";

  final SettableClock clock = new SettableClock(Instant.parse("2027-01-01T10:00:00Z"));
  final AgreeablePartner partner = new AgreeablePartner();
  final PortalSide portal;

  final MewsSide mews;
  final SigningKeys keys = SigningKeys.choose(new SecureRandom());

  private static final Path RUNS = Path.of("target", "portal-runs");

  final RunStore runs;

  private final Database database;
  private final Database mewsDatabase;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, String> sessions = new HashMap<>();

  PortalFixture(DatabaseUrl url) {
    this(url, null);
  }

  PortalFixture(DatabaseUrl url, @Nullable Mail mail) {
    this(url, mail, false);
  }

  /** A portal in real time, with a Mews side whose engine runs by itself. */
  static PortalFixture live(DatabaseUrl url) {
    return new PortalFixture(url, null, true);
  }

  private PortalFixture(DatabaseUrl url, @Nullable Mail mail, boolean live) {
    Clock time = live ? Clock.systemUTC() : clock;
    database = Database.open(url, Part.JOURNEY);
    mewsDatabase = Database.open(Databases.inMemory(), Part.MEWS);
    runs = new RunStore(database);
    Vault vault = new Vault(new byte[32], new SecureRandom());
    Switchboard switchboard = new Switchboard();
    MewsSettings settings =
        MewsSettings.loopback(mewsDatabase, time, () -> UUID.randomUUID().toString())
            .withRecorder(Recorder.both(new CaseWatcher(database, vault), switchboard))
            .withCallTimeout(Duration.ofSeconds(5));
    mews = MewsSide.start(live ? settings : settings.stopped());
    portal =
        PortalSide.start(
            new PortalSettings(
                "127.0.0.1",
                0,
                null,
                database,
                time,
                () -> UUID.randomUUID().toString().replace("-", ""),
                new SecureRandom(),
                10,
                true,
                HostResolver.SYSTEM,
                Duration.ofSeconds(2),
                mews,
                switchboard,
                RUNS.resolve(UUID.randomUUID().toString()),
                vault,
                keys,
                RequestObserver.NONE,
                mail));
    for (String partner : List.of(OWN, FOREIGN)) {
      portal.people().add(new Organisation(partner, "Partner " + partner));
      for (Role role : List.of(Role.PARTNER_DEVELOPER, Role.PARTNER_ADMINISTRATOR, Role.PROPERTY)) {
        portal.accounts().make(partner, email(role, partner), role.words(), role, PASSWORD);
      }
    }
    for (Role role : Role.MEWS) {
      portal.accounts().make("MEWS", email(role, "MEWS"), role.words(), role, PASSWORD);
    }
    portal
        .accounts()
        .make("MEWS", "second@mews.example", "Second lead", Role.LEAD_CERTIFIER, PASSWORD);
  }

  static String email(Role role, String organisation) {
    return role.name().toLowerCase(Locale.ROOT)
        + "@"
        + (role.isMews() ? "mews" : organisation.toLowerCase(Locale.ROOT))
        + ".example";
  }

  /** Records a run of the case in which the rows passed. */
  void passed(CertificationCase found, boolean inCall, List<String> codes, Verdict verdict) {
    int number = runs.begin(found, inCall, 1, "", "p-1", clock.instant());
    runs.finish(
        found.id(),
        number,
        verdict,
        codes.stream().map(code -> new RowRecord(code, verdict, "{}")).toList(),
        clock.instant());
  }

  /** Keeps exchanges as those of a run. */
  void recorded(String caseId, int run, List<Exchange> exchanges) {
    runs.keep(caseId, run, exchanges);
  }

  /** A page as a certifier sees it. */
  String page(String path) {
    return page(Role.CERTIFIER, path);
  }

  /** A page as somebody sees it. */
  String page(Role role, String path) {
    return send(HttpRequest.newBuilder(URI.create(portal.url() + path))
            .header("Cookie", "channelcert-session=" + as(role))
            .build())
        .body();
  }

  /** A free time of the certifier, from tomorrow on. */
  String slot() {
    String path = "/api/call-slots";
    JsonNode slots = done(as(Role.CERTIFIER), "GET", path, null).path("slots");
    Instant next =
        slots.isEmpty()
            ? clock.instant().plus(Duration.ofDays(1))
            : Instant.parse(slots.get(slots.size() - 1).path("endsAt").asText());
    JsonNode offered =
        done(as(Role.CERTIFIER), "POST", path, "{'startsAt':'%s'}".formatted(next)).path("slots");
    return offered.get(offered.size() - 1).path("id").asText();
  }

  /** Everything that a table holds, for what must not be there. */
  String everything(String table) {
    return database.dsl().fetch("select * from " + table).toString();
  }

  /** Values of a member in the stored requests of a run. */
  List<String> exchanges(String caseId, int run, String member) {
    Pattern value = Pattern.compile("\\\\\"" + member + "\\\\\":\\\\\"([^\\\\]+)");
    return database
        .dsl()
        .select(CASE_EXCHANGE.CONTENT)
        .from(CASE_EXCHANGE)
        .where(CASE_EXCHANGE.CASE_ID.eq(caseId))
        .and(CASE_EXCHANGE.RUN_NUMBER.eq(run))
        .fetch(CASE_EXCHANGE.CONTENT)
        .stream()
        .map(value::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .toList();
  }

  CertificationCase stored(String caseId) {
    return new CaseStore(database).find(caseId).orElseThrow();
  }

  /** Calls the Mews side as the partner. */
  JsonNode callMews(String operation, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(mews.url() + "/api/channelManager/v1/" + operation))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
            .build();
    try {
      return json(client.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ticks the Mews side until there is nothing to do. */
  void tickUntilIdle() {
    for (int ticks = 0; mews.tick(); ticks++) {
      if (ticks > 1000) {
        throw new AssertionError("the engine does not come to rest");
      }
    }
  }

  /** Sends a booking as the partner. */
  void book(String clientToken, String connectionToken) {
    JsonNode answer =
        callMews(
            "processGroup",
            """
            {'clientToken':'%s','connectionToken':'%s','messageId':'m-1','channelManagerId':'CM-1',
             'channelId':'C-1','currencyCode':'EUR','totalAmount':{'gross':100},'paymentType':3,
             'customer':{'lastName':'Visser'},
             'reservations':[{'code':'01','spaceTypeCode':'DBL','ratePlanCode':'FLX',
               'from':'2027-09-01','to':'2027-09-02','guestCounts':[{'code':'Adult','count':1}],
               'amounts':[{'gross':100}],'totalAmount':{'gross':100}}]}
            """
                .formatted(clientToken, connectionToken));
    if (!answer.path("success").asBoolean()) {
      throw new AssertionError(answer.toString());
    }
  }

  /** Lets time pass, after which everybody logs in again. */
  void pass(Duration time) {
    clock.advance(time);
    sessions.clear();
  }

  /** The token of a session of somebody of the own partner or of Mews. */
  String as(Role role) {
    return as(email(role, OWN));
  }

  String as(String email) {
    return sessions.computeIfAbsent(email, this::logIn);
  }

  /** A session that nobody else uses. */
  String logIn(Role role) {
    return logIn(email(role, OWN));
  }

  private String logIn(String email) {
    String body = "{'email':'%s','password':'%s'}".formatted(email, PASSWORD);
    return json(call("POST", "/api/session", body, null)).path("token").asText();
  }

  /** Calls what has to succeed, and holds the answer against the spec. */
  JsonNode done(String session, String method, String path, @Nullable String body) {
    HttpResponse<String> answer = call(method, path, body, session);
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(method + " " + path + ": " + answer.statusCode() + answer.body());
    }
    return answer.body().isEmpty() ? Json.mapper().nullNode() : json(answer);
  }

  /** Calls what has to be refused; answers status and message. */
  String refused(String session, String method, String path, @Nullable String body) {
    HttpResponse<String> answer = call(method, path, body, session);
    if (answer.statusCode() / 100 == 2) {
      throw new AssertionError(method + " " + path + " was done: " + answer.body());
    }
    return answer.statusCode() + " " + json(answer).path("message").asText();
  }

  HttpResponse<String> call(
      String method, String path, @Nullable String body, @Nullable String session) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(portal.url() + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (session != null) {
      request.header("Authorization", "Bearer " + session);
    }
    return send(request.build());
  }

  /** Downloads a file. */
  byte[] download(String session, String path) {
    return raw(HttpRequest.newBuilder(URI.create(portal.url() + path))
            .header("Authorization", "Bearer " + session)
            .build())
        .body();
  }

  /** Uploads a file; answers status and message. */
  String upload(String session, String path, byte[] content) {
    HttpResponse<byte[]> answer =
        raw(
            HttpRequest.newBuilder(URI.create(portal.url() + path))
                .header("Authorization", "Bearer " + session)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                .build());
    return answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> raw(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(HttpResponse<String> answer) {
    try {
      return Json.mapper().readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.body(), e);
    }
  }

  @Override
  public void close() {
    portal.close();
    mews.close();
    partner.close();
    database.close();
    mewsDatabase.close();
  }
}
