package channelcert.http;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.contract.channelmanager.UpdateAvailabilityRequest;
import channelcert.contract.channelmanager.UpdatePricesRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BadInputTest {
  private static final StoreOfPushes RESOURCE = new StoreOfPushes();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static final String AVAILABILITY =
      """
      {"clientToken":"c","connectionToken":"t","messageId":"m","responseUrl":"http://m/","availabilities":
        [{"spaceTypeCode":"DBL","from":"2027-02-01","to":"2027-02-02","availability":1},
         {"spaceTypeCode":"DBL","from":"2027-02-01","to":"2027-02-02","availability":1},
         {"spaceTypeCode":"DBL","from":"2027-02-01","to":"2027-02-02","availability":1}]}
      """;

  private static final String PRICES =
      """
      {"clientToken":"c","connectionToken":"t","messageId":"m","responseUrl":"http://m/","ratePrices":
        [{"spaceTypeCode":"DBL","ratePlanCode":"BAR","from":"2027-02-01","to":"2027-02-02",
          "prices":[{"guestCount":1,"currencyCode":"EUR","grossAmount":100.50,"netAmount":90}]}]}
      """;

  @SuppressWarnings("NullAway.Init")
  private static Listener listener;

  @BeforeAll
  static void startAndWarm() throws Exception {
    listener =
        Listener.start(
            ListenerSettings.loopback(0, java.time.Clock.systemUTC()), List.of(RESOURCE));
    for (int i = 0; i < 30; i++) {
      CLIENT.send(request("/updatePrices", i % 2 == 0 ? PRICES : "{"), BodyHandlers.ofString());
    }
    RESOURCE.pushes.clear();
  }

  @AfterAll
  static void stop() {
    listener.close();
  }

  @AfterEach
  void forgetPushes() {
    RESOURCE.pushes.clear();
  }

  @Test
  void aGoodPushComesThrough() throws Exception {
    assertThat(json(post("/updateAvailability", AVAILABILITY)).path("success").asBoolean())
        .isTrue();
    assertThat(json(post("/updatePrices", PRICES)).path("success").asBoolean()).isTrue();
    assertThat(RESOURCE.pushes).hasAtLeastOneElementOfType(UpdateAvailabilityRequest.class);
    assertThat(RESOURCE.pushes).hasAtLeastOneElementOfType(UpdatePricesRequest.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {                                | is no JSON: it ends
          {"clientToken":"c",}             | is no JSON
          {"a":1,"a":2}                    | names a property twice
          {} {}                            | goes on after the end
          {} x                             | goes on after the end
          null                             | The body is null.
          []                               | The body is a list, not an object.
          "text"                           | The body is a string, not an object.
          7                                | The body is a number, not an object.
          <prices/>                        | is no JSON
          """)
  void brokenJsonIsToldAsWhatItIs(String body, String words) throws Exception {
    refused(post("/updatePrices", body), words);
  }

  @Test
  void anEmptyBodyIsToldAsEmpty() throws Exception {
    refused(post("/updatePrices", ""), "The body is empty.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "2027-02-01"     | "2027-02-30"  | availabilities[0].from: '2027-02-30' is not a calendar date of the form yyyy-MM-dd.
          "2027-02-01"     | 20270201      | availabilities[0].from: 20270201 is not a calendar date
          "2027-02-01"     | [2027,2,1]    | availabilities[0].from: a list is not a calendar date
          "2027-02-01"     | "2027-2-1"    | availabilities[0].from: '2027-2-1' is not a calendar date
          "availability":1 | "availability":1.5         | availabilities[0].availability: 1.5 is not a whole number
          "availability":1 | "availability":"1"         | availabilities[0].availability: '1' is not a whole number
          "availability":1 | "availability":99999999999 | availabilities[0].availability: 99999999999 is not a whole number between
          "availability":1 | "availability":true        | availabilities[0].availability: true is not a whole number
          "availability":1 | "availability":null        | availabilities[0].availability is missing
          "availability":1 | "other":1                  | availabilities[0].availability is missing
          "DBL"            | 5                          | availabilities[0].spaceTypeCode: 5 is not a string
          "clientToken":"c"| "clientToken":4711         | clientToken: the value is not a string
          "availabilities":| "availabilities":{},"x":   | availabilities: an object is not a list
          {"spaceTypeCode" | null,{"spaceTypeCode"      | availabilities[0]: null stands in the list
          """)
  void aWrongPropertyIsNamedWithItsValueAndRule(String right, String wrong, String words)
      throws Exception {
    String body = AVAILABILITY.replaceFirst(Pattern.quote(right), wrong);
    refused(post("/updateAvailability", body), words);
  }

  @Test
  void everyMissingPropertyIsNamed() throws Exception {
    String answer = refused(post("/updateAvailability", "{}"), "clientToken is missing");
    assertThat(answer).contains("connectionToken is missing").contains("availabilities is missing");
  }

  @Test
  void noMoreThanTenFlawsAreListed() throws Exception {
    String body = AVAILABILITY.replaceAll("\"(from|to|availability|spaceTypeCode)\":", "\"x$1\":");
    assertThat(refused(post("/updateAvailability", body), "is missing")).contains("; and 2 more.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e1000000",
        "1e100000000",
        "1e99999999999",
        "123456789012345678901",
        "0.12345678"
      })
  void aPriceNobodyCanCalculateWithIsRefusedAtOnce(String price) throws Exception {
    refused(
        post("/updatePrices", PRICES.replace("100.50", price)),
        "ratePrices[0].prices[0].grossAmount: " + price + " is not a number of at most 18 digits");
  }

  @Test
  void longNumbersTextsAndNamesAreRefused() throws Exception {
    refused(post("/updatePrices", "{\"a\":" + "9".repeat(65) + "}"), "more than 64 digits");
    refused(
        post("/updatePrices", PRICES.replace("100.50", "9".repeat(1500))),
        "holds a number of more than 64 digits");
    refused(
        post("/updatePrices", "{\"messageId\":\"" + "x".repeat(200_000) + "\"}"),
        "holds a string of more than 100000 characters");
    refused(
        post("/updatePrices", "{\"" + "x".repeat(300) + "\":1}"),
        "holds a property name of more than 200 characters");
  }

  @Test
  void deepNestingIsRefused() throws Exception {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    refused(post("/updatePrices", "{\"a\":" + deep + "}"), "nested deeper than 32 levels");
    refused(post("/updatePrices", "{\"ratePrices\":" + deep + "}"), "ratePrices");
    refused(post("/updatePrices", "{\"a\":".repeat(10_000)), "nested deeper than 32 levels");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "nonsense",
        ""
      })
  void anotherContentTypeIsRefused(String type) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(at("/updatePrices"));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    refused(
        timed(request.POST(BodyPublishers.ofString(PRICES)).build()),
        "Content-Type: application/json");
  }

  @Test
  void jsonInUtf8IsReadWhateverElseTheHeadersSay() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(at("/updatePrices"))
            .header("Content-Type", "Application/JSON; charset=utf-8; x=y")
            .header("Accept", "text/html")
            .POST(BodyPublishers.ofString(PRICES))
            .build();
    assertThat(json(timed(request)).path("success").asBoolean()).isTrue();
  }

  @Test
  void otherEncodingsAreRefused() throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at("/updatePrices")).POST(BodyPublishers.ofString(PRICES));
    refused(
        timed(request.copy().header("Content-Type", "application/json;charset=utf-16").build()),
        "UTF-8");
    refused(
        timed(
            request
                .copy()
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .build()),
        "without a Content-Encoding");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "BREW"})
  void anotherMethodIsRefused(String method) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(at("/updatePrices")).method(method, BodyPublishers.noBody()).build();
    HttpResponse<String> answer = timed(request);
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("POST");
    if (!method.equals("HEAD")) {
      assertThat(json(answer).path("success").asBoolean(true)).isFalse();
    }
  }

  @Test
  void aGetWithABodyIsRefusedLikeAnyOther() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(at("/updatePrices"))
            .method("GET", BodyPublishers.ofString(PRICES))
            .build();
    assertThat(timed(request).statusCode()).isEqualTo(405);
  }

  @Test
  void traceIsRefused() throws Exception {
    try (RawHttp raw = new RawHttp(listener.uri())) {
      RawHttp.Answer answer = raw.request("TRACE", "/updatePrices", "X-Secret: abc").answer();
      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.header("allow")).isEqualTo("POST");
      assertThat(answer.body()).contains("\"success\":false").doesNotContain("abc");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/nowhere", "/updatePrices/x", "/application.wadl", "/%7Bx", "/a//b"})
  void anUnknownAddressIsNotFound(String path) throws Exception {
    for (String method : List.of("POST", "GET", "OPTIONS")) {
      HttpRequest request =
          HttpRequest.newBuilder(at(path)).method(method, BodyPublishers.ofString("{}")).build();
      HttpResponse<String> answer = timed(request);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(json(answer).path("errors").path(0).path("code").asInt()).isEqualTo(6);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"m", "deep", "big"})
  void aFaultInsideSaysNothingAboutTheInside(String messageId) throws Exception {
    HttpResponse<String> answer =
        post(
            "/updateRestrictions",
            """
            {"clientToken":"c","connectionToken":"t","messageId":"m","responseUrl":"http://m/","restrictions":[]}
            """
                .replace("\"m\"", "\"" + messageId + "\""));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).path("errors").path(0).path("code").asInt()).isEqualTo(1);
    assertThat(answer.body()).contains("fault f-").doesNotContain("com.example");
  }

  @Test
  void hostNamesThatAreNoInternetNamesAreServed() throws Exception {
    try (RawHttp raw = new RawHttp(listener.uri())) {
      raw.send(
          """
          POST /updatePrices HTTP/1.1
          Host: channel_manager:80
          Content-Type: application/json
          Content-Length: %d

          """
              .formatted(PRICES.length())
              .replace("\n", "\r\n"));
      RawHttp.Answer answer = raw.send(PRICES).answer();
      assertThat(answer.body()).contains("\"success\":true");
    }
  }

  private static HttpResponse<String> post(String path, String body) throws Exception {
    return timed(request(path, body));
  }

  private static HttpRequest request(String path, String body) {
    return HttpRequest.newBuilder(at(path))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static URI at(String path) {
    return URI.create(listener.uri() + path);
  }

  /** The first answer within 250 ms; a machine that is busy with other things gets more tries. */
  private static HttpResponse<String> timed(HttpRequest request)
      throws IOException, InterruptedException {
    long nanos = Long.MAX_VALUE;
    HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
    for (int tries = 0; tries < 10 && nanos > 250_000_000; tries++) {
      long start = System.nanoTime();
      answer = CLIENT.send(request, BodyHandlers.ofString());
      nanos = System.nanoTime() - start;
    }
    assertThat(Duration.ofNanos(nanos)).isLessThan(Duration.ofMillis(250));
    assertThat(answer.headers().map()).doesNotContainKeys("Server", "X-Powered-By");
    assertThat(answer.body())
        .doesNotContainIgnoringCase("grizzly")
        .doesNotContainIgnoringCase("jersey")
        .doesNotContainIgnoringCase("jackson")
        .doesNotContain("channelcert.")
        .doesNotContain("\tat ");
    return answer;
  }

  private static String refused(HttpResponse<String> answer, String words) throws IOException {
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    JsonNode body = json(answer);
    assertThat(body.path("success").asBoolean(true)).isFalse();
    assertThat(body.path("errors").path(0).path("code").asInt()).isEqualTo(6);
    String message = body.path("errors").path(0).path("message").asText();
    assertThat(message).contains(words).endsWith(".");
    assertThat(RESOURCE.pushes).isEmpty();
    return message;
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return Json.mapper().readTree(answer.body());
  }
}
