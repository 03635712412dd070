package channelcert.channelmanager;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.store.Databases;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who gets in, seen from outside without a browser. */
class ExtranetAccessTest {
  private static final String PASSWORD = "open-sesame";
  private static final Pattern TOKEN = Pattern.compile("name=\"formToken\" value=\"([^\"]+)\"");

  @SuppressWarnings("NullAway.Init")
  private static RunningSide running;

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    running = RunningSide.ready(Databases.inMemory());
    running.side.choosePassword(PASSWORD);
  }

  @AfterAll
  static void stop() {
    running.close();
    HTTP.shutdownNow();
  }

  @Test
  void storesNeitherThePasswordNorTheCookie() {
    String cookie = cookie();
    assertThat(Dump.of(running.database))
        .contains("pbkdf2-sha256")
        .doesNotContain(PASSWORD, cookie.substring(cookie.indexOf('=') + 1));
  }

  @Test
  void givesACookieThatScriptsAndOtherSitesDoNotGet() {
    HttpResponse<String> answer = post("/extranet/login", "password=" + PASSWORD, "");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
        .contains("HttpOnly", "SameSite=Strict", "Path=/extranet");
    HttpResponse<String> secure =
        send(
            request("/extranet/login")
                .header("X-Forwarded-Proto", "https")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("password=" + PASSWORD)));
    assertThat(secure.headers().firstValue("Set-Cookie").orElse("")).contains("Secure");
  }

  @Test
  void everyPageForbidsScriptsOfItsOwnAndFraming() {
    for (String path : List.of("/extranet/login", "/extranet/connections", "/extranet/nothing")) {
      HttpResponse<String> answer = get(path, cookie());
      String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
      assertThat(policy)
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe-", "*");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
      assertThat(answer.body()).doesNotContain("<script>", " style=", " onclick=");
    }
  }

  @Test
  void takesNoFormWithoutTheTokenOfItsSessionNorFromAnotherSite() {
    String cookie = cookie();
    String token = token(cookie);
    assertThat(post("/extranet/messages/keeping", "keep=off", cookie).statusCode()).isEqualTo(403);
    assertThat(
            post("/extranet/messages/keeping", "keep=off&formToken=" + token(cookie()), cookie)
                .statusCode())
        .isEqualTo(403);
    HttpResponse<String> foreign =
        send(
            request("/extranet/messages/keeping")
                .header("Cookie", cookie)
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("keep=off&formToken=" + token)));
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(foreign.body()).contains("came from another site").contains("<h1>");
    assertThat(get("/extranet/messages", cookie).body()).contains("Stop keeping messages");
    assertThat(
            post("/extranet/messages/keeping", "keep=on&formToken=" + token, cookie).statusCode())
        .isEqualTo(303);
  }

  @Test
  void endsASessionAfterTwelveHoursAndWhenThePasswordChanges() {
    String first = cookie();
    running.side.choosePassword(PASSWORD);
    assertThat(get("/extranet/connections", first).statusCode()).isEqualTo(200);
    running.side.choosePassword("another-word");
    assertThat(get("/extranet/connections", first).statusCode()).isEqualTo(303);
    running.side.choosePassword(PASSWORD);
    String second = cookie();
    running.clock.advance(Duration.ofHours(12));
    assertThat(get("/extranet/connections", second).statusCode()).isEqualTo(303);
  }

  @Test
  void makesGuessingSlowWithoutForgingALineOfTheLog() {
    List<String> lines = new ArrayList<>();
    Handler handler = collector(lines);
    Logger root = Logger.getLogger("");
    root.addHandler(handler);
    try {
      for (int guess = 0; guess < 5; guess++) {
        assertThat(post("/extranet/login", "password=x%0AINFO:+forged", "").statusCode())
            .isEqualTo(401);
      }
      HttpResponse<String> throttled = post("/extranet/login", "password=" + PASSWORD, "");
      assertThat(throttled.statusCode()).isEqualTo(429);
      assertThat(throttled.body()).contains("Too many attempts");
      var _ = get("/extranet/%0AINFO:%20forged", cookieless());
      var _ = post("/extranet/%0d%0aINFO:%20forged", "a=b", cookieless());
    } finally {
      root.removeHandler(handler);
    }
    running.clock.advance(Duration.ofMinutes(1));
    assertThat(post("/extranet/login", "password=" + PASSWORD, "").statusCode()).isEqualTo(303);
    assertThat(lines).isNotEmpty().noneMatch(line -> line.contains("\n") || line.contains("\r"));
    assertThat(lines).noneMatch(line -> line.contains(PASSWORD));
  }

  @Test
  void answersRubbishWithAPage() {
    String cookie = cookie();
    for (String path :
        List.of(
            "/extranet/c/99999999999999999999/calendar",
            "/extranet/c/1/booking?reference=%00%ff",
            "/extranet/c/1/calendar?from=x&days=-1&guests=a&category=%3Cb%3E",
            "/extranet/c/1/bookings?before=x",
            "/extranet/messages/abc",
            "/extranet/c/1/sell?arrival=9999-12-31&departure=x&adults=1e9&children=-1",
            "/extranet/c/1/sell/book?pair=999:x",
            "/extranet/connections?after=-5")) {
      HttpResponse<String> answer = get(path, cookie);
      assertThat(answer.statusCode()).as(path).isIn(200, 400, 404);
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).as(path).contains("html");
    }
    HttpResponse<String> huge =
        post("/extranet/c/1/settings", "formToken=" + "x".repeat(2 << 20), cookie);
    assertThat(huge.statusCode()).isEqualTo(400);
    assertThat(huge.body()).contains("larger than");
  }

  private static String cookieless() {
    return "";
  }

  private static Handler collector(List<String> lines) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        lines.add(new java.util.logging.SimpleFormatter().formatMessage(record));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private static String cookie() {
    HttpResponse<String> answer = post("/extranet/login", "password=" + PASSWORD, "");
    String cookie = answer.headers().firstValue("Set-Cookie").orElse("");
    return cookie.substring(0, cookie.indexOf(';'));
  }

  private static String token(String cookie) {
    Matcher token = TOKEN.matcher(get("/extranet/connections", cookie).body());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private static HttpResponse<String> get(String path, String cookie) {
    HttpRequest.Builder request = request(path);
    return send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
  }

  private static HttpResponse<String> post(String path, String form, String cookie) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    return send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(running.side.url() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException fault) {
      throw new AssertionError(fault);
    }
  }
}
