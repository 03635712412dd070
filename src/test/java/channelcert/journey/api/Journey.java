package channelcert.journey.api;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.verdict.Verdict;
import channelcert.journey.workflow.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;

/** A case, and who works on it. */
final class Journey {
  private static final String DETAILS =
      "'details':{'contactEmail':'ada@acme.example','horizonDays':365,'pricing':'BOTH',"
          + "'confirmation':'SYNCHRONOUS'}";

  private final PortalFixture fixture;
  private final String id;
  private final String application;
  private String clientToken = "";
  private String details = DETAILS;

  Journey(PortalFixture fixture) {
    this(fixture, "Acme Channels");
  }

  /**
   * A case of an application.
   *
   * @param application as it stands within a JSON text
   */
  Journey(PortalFixture fixture, String application) {
    this.fixture = fixture;
    this.application = application;
    id =
        fixture
            .done(
                administrator(),
                "POST",
                "/api/cases",
                "{'application':'" + application + "','forManyProperties':true}")
            .path("id")
            .asText();
  }

  private Journey(PortalFixture fixture, JsonNode begun) {
    this.fixture = fixture;
    id = begun.path("id").asText();
    application = begun.path("application").asText();
  }

  /** A case that was begun elsewhere. */
  static Journey of(PortalFixture fixture, String id) {
    return new Journey(
        fixture, fixture.done(fixture.as(Role.CERTIFIER), "GET", "/api/cases/" + id, null));
  }

  /** The partner wants a connection for each space. */
  Journey perSpace() {
    details = DETAILS.replace("'horizonDays'", "'connectionPerSpace':true,'horizonDays'");
    return this;
  }

  String administrator() {
    return fixture.as(Role.PARTNER_ADMINISTRATOR);
  }

  String certifier() {
    return fixture.as(Role.CERTIFIER);
  }

  String caseId() {
    return id;
  }

  /** What was shown once, last. */
  String clientToken() {
    return clientToken;
  }

  String path(String rest) {
    return "/api/cases/" + id + rest;
  }

  JsonNode read() {
    return fixture.done(certifier(), "GET", path(""), null);
  }

  JsonNode take(String step, String by, String given) {
    return fixture.done(by, "POST", path("/steps/" + step), body(given));
  }

  String refused(String step, String by, String given) {
    return fixture.refused(by, "POST", path("/steps/" + step), body(given));
  }

  void remark(String what, String by) {
    fixture.done(by, "POST", path(what), body("'comment':'Seen.'"));
  }

  private String body(String given) {
    long revision = read().path("revision").asLong();
    return "{'revision':" + revision + (given.isEmpty() ? "" : "," + given) + "}";
  }

  String endpoints(String environment) {
    StringBuilder named = new StringBuilder();
    for (String operation :
        List.of("updatePrices", "updateAvailability", "updateRestrictions", "confirmGroup")) {
      named.append(
          "%s{'operation':'%s','address':'%s'}"
              .formatted(
                  named.isEmpty() ? "" : ",",
                  operation,
                  fixture.partner.address(id + "/" + environment + "/" + operation)));
    }
    return "{'endpoints':[" + named + "]}";
  }

  void send() {
    fixture.done(
        administrator(),
        "PUT",
        path("/request"),
        "{'revision':1,'request':{'application':'"
            + application
            + "','forManyProperties':true,"
            + "'pilotProperty':'Canal House','testAccessRequested':true,"
            + details
            + "}}");
    take("T1", administrator(), "");
  }

  void share() {
    assertThat(refused("T4", administrator(), ""))
        .startsWith("409 The address of updatePrices is missing.");
    fixture.done(administrator(), "PUT", path("/endpoints/test"), endpoints("test"));
    fixture.done(administrator(), "POST", path("/endpoints/test/probe"), null);
    take("T4", administrator(), "");
  }

  void toEvaluation() {
    toSelfTesting();
    fromSelfTestToEvaluation();
  }

  /** The environment is provided, and the partner alone sees its token, once. */
  private JsonNode provision() {
    assertThat(take("T3", certifier(), "").path("secrets")).isEmpty();
    JsonNode provisioned = fixture.done(administrator(), "POST", path("/secrets/test"), null);
    assertThat(fixture.refused(administrator(), "POST", path("/secrets/test"), null))
        .startsWith("409 The client token of the environment TEST was shown before");
    return provisioned;
  }

  void toSelfTesting() {
    send();
    JsonNode provisioned = provision();
    share();
    readAsThePartner(provisioned);
    JsonNode mapping = fixture.done(administrator(), "GET", path("/mapping"), null);
    assertThat(read().path("state").asText()).isEqualTo("CONFIGURED");
    assertThat(refused("T7", administrator(), "")).contains("FLX/DBL");
    assertThat(
            fixture.refused(
                administrator(), "PUT", path("/mapping"), body("'number':1,'pairs':['A/B']")))
        .isEqualTo("400 The pair A/B is not sold on this connection; write RATE/CATEGORY.");
    fixture.done(
        administrator(),
        "PUT",
        path("/mapping"),
        body("'number':1,'pairs':" + mapping.at("/connections/0/sold")));
    assertThat(take("T7", administrator(), "").path("state").asText()).isEqualTo("SELF_TESTING");
  }

  /** To the tests with the reference channel manager, in real time. */
  LivePartner liveToSelfTesting() {
    send();
    JsonNode provisioned = provision();
    LivePartner partner = new LivePartner(fixture, provisioned);
    fixture.done(administrator(), "PUT", path("/endpoints/test"), partner.endpoints());
    fixture.done(administrator(), "POST", path("/endpoints/test/probe"), null);
    take("T4", administrator(), "");
    readAsThePartner(provisioned);
    String email = provisioned.at("/secrets/1/value").asText();
    for (JsonNode each :
        fixture
            .callMews(
                "getProperties", "{'clientToken':'%s','email':'%s'}".formatted(clientToken, email))
            .at("/properties/0/connections")) {
      partner.connect(each.path("token").asText(), email);
    }
    for (JsonNode each :
        fixture.done(administrator(), "GET", path("/mapping"), null).path("connections")) {
      fixture.done(
          administrator(),
          "PUT",
          path("/mapping"),
          body("'number':" + each.path("number") + ",'pairs':" + each.path("sold")));
    }
    take("T7", administrator(), "");
    return partner;
  }

  void toFileIssued() {
    assertThat(refused("T9", administrator(), "")).contains("INV-1");
    passed(false, "INV", 6);
    passed(false, "RES", 12);
    take("T9", administrator(), "");
  }

  /** Every cell of the file that only the partner can fill, as the reference channel manager is. */
  void fillInEverything() {
    StringBuilder answers = new StringBuilder();
    for (JsonNode field :
        fixture.done(administrator(), "GET", path("/files/answers"), null).path("fields")) {
      String key = field.path("key").asText();
      if (!key.startsWith("more-error.")) {
        answers.append(
            "%s{'key':'%s','value':'%s'}"
                .formatted(answers.isEmpty() ? "" : ",", key, answer(key)));
      }
    }
    fixture.done(administrator(), "POST", path("/files/answers"), "{'answers':[" + answers + "]}");
  }

  private static String answer(String key) {
    if (key.endsWith(".code")) {
      return "1";
    }
    return key.equals("error.maintenance.message")
        ? "The channel manager is in maintenance. Nothing was stored; please send the message"
            + " again later."
        : "As seen; please send it again later.";
  }

  void fromSelfTestToEvaluation() {
    toFileIssued();
    assertThat(refused("T10", administrator(), "")).contains("Who is responsible");
    fixture.done(
        administrator(),
        "POST",
        path("/files/answers"),
        "{'answers':[{'key':'responsible','value':'Ada Visser'}]}");
    take("T10", administrator(), "");
    take("T12", administrator(), "'slot':'%s'".formatted(fixture.slot()));
    take("T14", certifier(), "'attendees':['Ada Visser']");
    fromCallToEvaluation();
  }

  void fromCallToEvaluation() {
    assertThat(refused("T15", certifier(), "")).contains("INV-1");
    passed(true, "INV", 6);
    take("T15", certifier(), "");
    take("T17", certifier(), "");
    assertThat(refused("T18", certifier(), "")).contains("ERR-1");
    passed(false, "ERR", 6);
    take("T18", certifier(), "");
  }

  void passed(boolean inCall, String kind, int last) {
    fixture.passed(
        fixture.stored(id),
        inCall,
        IntStream.rangeClosed(1, last).mapToObj(row -> kind + "-" + row).toList(),
        Verdict.PASSED);
  }

  /** Get properties and Get configuration with what was shown once. */
  String readAsThePartner(JsonNode provisioned) {
    String client = provisioned.at("/secrets/0/value").asText();
    clientToken = client;
    String email = provisioned.at("/secrets/1/value").asText();
    assertThat(provisioned.at("/secrets/0/name").asText()).contains("client token");
    JsonNode properties =
        fixture.callMews(
            "getProperties", "{'clientToken':'%s','email':'%s'}".formatted(client, email));
    String connection = properties.at("/properties/0/connections/0/token").asText();
    fixture.callMews(
        "getConfiguration",
        "{'clientToken':'%s','connectionToken':'%s'}".formatted(client, connection));
    return connection;
  }

  /** Inventory is pushed to the pilot connection, and a booking made on it. */
  void goLive(JsonNode production) {
    String connection = readAsThePartner(production);
    fixture.tickUntilIdle();
    fixture.book(production.at("/secrets/0/value").asText(), connection);
    fixture.tickUntilIdle();
  }

  void certify() {
    remark("/recommendation", certifier());
    take("T19", fixture.as(Role.LEAD_CERTIFIER), "");
  }
}
