package channelcert.certification.report;

import channelcert.certification.verdict.Basis;
import channelcert.certification.verdict.ExpectationResult;
import channelcert.certification.verdict.Requirement;
import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.RunResult;
import channelcert.certification.verdict.Verdict;
import channelcert.certification.verdict.lesson.Cause;
import channelcert.certification.verdict.lesson.Difference;
import channelcert.certification.verdict.lesson.Lesson;
import channelcert.certification.verdict.lesson.WrongNight;
import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Exchange;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A run as it might be: 25 rows, of which two failed, one is inconclusive and one was not claimed.
 */
public final class SampleRun {
  /** What somebody might try to bring into a page, a terminal, an XML file or a spreadsheet. */
  public static final String HOSTILE =
      "=cmd|'/C calc'!A0 <script>alert(1)</script> \"><img src=x onerror=alert(1)> ]]> &amp;"
          + " \u001b[31mred\u001b[0m \u0000 \u202egnp.exe \ud800 \r\nnext";

  /** Three nights in two weeks, of many more. */
  private static final Lesson WRONG_NIGHTS =
      new Lesson(
          Cause.GROSS_FOR_NET,
          List.of(),
          Stream.of("2027-01-03", "2027-01-04", "2027-01-08")
              .map(
                  night ->
                      new WrongNight("DBL", "FLX", 2, LocalDate.parse(night), "110.09", "120.00"))
              .toList(),
          90);

  private static final Instant START = Instant.parse("2026-11-23T09:41:07.250Z");

  private final List<Exchange> exchanges = new ArrayList<>();
  private final List<RowResult> rows = new ArrayList<>();

  private SampleRun() {
    inventory();
    reservations();
    errors();
  }

  /** The run with its usual mixture of outcomes. */
  public static RunResult result() {
    return run("Acme Channel Manager", Verdict.FAILED, new SampleRun().rows, List.of());
  }

  public static List<Exchange> exchanges() {
    return new SampleRun().exchanges;
  }

  /** The same rows, all passed. */
  public static RunResult passed() {
    return run(
        "Acme Channel Manager",
        Verdict.PASSED,
        new SampleRun().rows.stream().map(SampleRun::pass).toList(),
        List.of());
  }

  /** A run whose every text comes from somebody who means harm. */
  public static RunResult hostile() {
    ExpectationResult expectation =
        new ExpectationResult(
            "message",
            HOSTILE,
            Basis.WIRE,
            Verdict.FAILED,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            List.of("e-0001"),
            new Lesson(
                Cause.OTHER_CODE,
                List.of(new Difference(HOSTILE, HOSTILE, HOSTILE)),
                List.of(
                    new WrongNight(
                        HOSTILE, HOSTILE, 1, LocalDate.of(2027, 1, 3), HOSTILE, HOSTILE)),
                1));
    return run(
        HOSTILE,
        Verdict.FAILED,
        List.of(row("ERR-2", "error/unknown-reservation", HOSTILE, 5, expectation)),
        List.of(row("SUP-1", "supplementary/wrong-token", HOSTILE, 5, expectation)));
  }

  public static List<Exchange> hostileExchanges() {
    return List.of(
        new Exchange(
            "e-0001",
            Direction.MEWS_TO_CANDIDATE,
            HOSTILE,
            "POST",
            URI.create("https://acme.example/a?b=%3Cscript%3E&c='x'"),
            START,
            Duration.ofMillis(3),
            Body.of(HOSTILE),
            200,
            HOSTILE,
            Body.of("{\"message\":\"<script>alert(1)</script>\"}"),
            HOSTILE));
  }

  private static RunResult run(
      String candidate, Verdict verdict, List<RowResult> tests, List<RowResult> supplementary) {
    return new RunResult(
        candidate, 4711, START, START.plusMillis(4_380), 1, verdict, tests, supplementary);
  }

  private void inventory() {
    push("INV-1", "availability", "Availability, many categories", "updateAvailability");
    push("INV-2", "gross-prices", "Gross prices", "updatePrices");
    push("INV-3", "net-prices", "Net prices", "updatePrices");
    push("INV-4", "restrictions", "Restrictions", "updateRestrictions");
    push("INV-5", "package-rate", "Package rate", "updatePrices");
    List<String> ids =
        IntStream.range(0, 42)
            .mapToObj(i -> exchange("updatePrices", Direction.MEWS_TO_CANDIDATE, PRICES, SUCCESS))
            .toList();
    add(
        "INV-6",
        "inventory/full-push",
        "Full inventory push",
        1_912,
        passed("accepted", "Every message is answered with success", "42 successes", "42", ids),
        passed("cover", "365 nights of every pair", "365 nights, 30 pairs", "365, 30", ids),
        new ExpectationResult(
            "stored",
            "What the channel manager stores is what was pushed, night by night",
            Basis.READ_BACK,
            Verdict.PASSED,
            "43,800 cells as pushed",
            "43,800 cells as pushed",
            "",
            List.of(ids.getLast())));
  }

  private void push(String code, String id, String title, String operation) {
    String body = operation.equals("updatePrices") ? PRICES : AVAILABILITY;
    String push = exchange(operation, Direction.MEWS_TO_CANDIDATE, body, SUCCESS);
    String readBack = exchange("readAri", Direction.DRIVER, "{}", body);
    boolean wrong = code.equals("INV-3");
    ExpectationResult stored =
        new ExpectationResult(
            "stored",
            "What the channel manager stores is what was pushed",
            Basis.READ_BACK,
            wrong ? Verdict.FAILED : Verdict.PASSED,
            wrong ? "DBL FLX 2027-01-04 for 2 persons: 110.09 EUR net" : "every cell as pushed",
            wrong ? "DBL FLX 2027-01-04 for 2 persons: 120.00 EUR" : "180 of 180 cells",
            wrong
                ? "The gross amount was stored. A connection that is set to net has to take"
                    + " netAmount from the same message."
                : "",
            List.of(push, readBack),
            wrong ? WRONG_NIGHTS : Lesson.NONE);
    add(
        code,
        "inventory/" + id,
        title,
        84,
        transport(push),
        passed("success", "The push is accepted", "success is true", "true", List.of(push)),
        passed(
            "cover",
            "At least 5 categories and 5 rates are mapped",
            "5 and 5",
            "6 and 6",
            List.of()),
        stored);
  }

  private void reservations() {
    String[] titles = {
      "Single reservation, gross",
      "Modify the single reservation, gross",
      "Cancel the single reservation, gross",
      "Single reservation, net",
      "Modify the single reservation, net",
      "Cancel the single reservation, net",
      "Several spaces, gross",
      "Change several spaces, gross",
      "Cancel several spaces, gross",
      "Several spaces, net",
      "Change several spaces, net",
      "Cancel several spaces, net"
    };
    for (int i = 0; i < titles.length; i++) {
      booking(i + 1, titles[i]);
    }
    rows.add(
        new RowResult(
            "RES-13",
            "reservation/product",
            "Reservation with a product",
            Requirement.OPTIONAL,
            Verdict.NOT_APPLICABLE,
            0,
            List.of(
                new ExpectationResult(
                    "product",
                    "The booking carries a mapped product, in gross and in net",
                    Basis.WIRE,
                    Verdict.NOT_APPLICABLE,
                    "at least one extra with a mapped code",
                    "the candidate file says extras: false",
                    "",
                    List.of()))));
  }

  private void booking(int number, String title) {
    String group = exchange("processGroup", Direction.CANDIDATE_TO_MEWS, GROUP, SUCCESS);
    String confirm = exchange("confirmGroup", Direction.MEWS_TO_CANDIDATE, CONFIRMATION, SUCCESS);
    List<ExpectationResult> expectations = new ArrayList<>();
    expectations.add(transport(group));
    expectations.add(
        passed("amounts", "Nights add up to the total", "250.00", "250.00", List.of(group)));
    expectations.add(
        passed("confirmed", "Mews confirms every space", "01", "01: 100234", List.of(confirm)));
    if (number == 8) {
      expectations.add(
          new ExpectationResult(
              "unchanged",
              "The third reservation is repeated unchanged",
              Basis.WIRE,
              Verdict.INCONCLUSIVE,
              "a second processGroup of CM-1007 in which 2 of 3 reservations differ",
              "no further processGroup of CM-1007 arrived within 30 s",
              "Send the change of the booking from the extranet, then run --only RES-8 again.",
              List.of()));
    }
    add(
        "RES-" + number,
        "reservation/test-" + number,
        title,
        120 + number,
        expectations.toArray(ExpectationResult[]::new));
  }

  private void errors() {
    error("ERR-1", "system-errors", "System errors", 1);
    error("ERR-2", "unknown-reservation", "Unknown reservation error", 2);
    error("ERR-3", "unmapped-category-code", "Unmapped Category code error", 10);
    String push = exchange("updatePrices", Direction.MEWS_TO_CANDIDATE, PRICES, VAGUE);
    add(
        "ERR-4",
        "error/unmapped-rate-code",
        "Unmapped Rate code error",
        31,
        transport(push),
        new ExpectationResult(
            "code",
            "The error code is 9",
            Basis.WIRE,
            Verdict.FAILED,
            "errors[0].code = 9 and rateCode = \"UNMAPPED-7Q\"",
            "errors[0].code = 1 and no rateCode",
            "Code 1 is for system errors. An unknown rate plan is code 9 and names the code in"
                + " rateCode, so that Mews can stop sending it.",
            List.of(push)),
        new ExpectationResult(
            "message",
            "The message tells the property what to do",
            Basis.WIRE,
            Verdict.FAILED,
            "at least 15 characters that name UNMAPPED-7Q",
            "\"Error\"",
            "Say which rate plan is meant and where it is mapped.",
            List.of(push)));
    error("ERR-5", "inactive-connection", "Inactive connection error", 3);
    add(
        "ERR-6",
        "error/invalid-reservation",
        "Invalid reservation error",
        52,
        passed("invalid", "The booking breaks a rule", "end before start", "yes", List.of()),
        passed("not-repeated", "It is not sent again", "0 repetitions", "0", List.of()));
  }

  private void error(String code, String id, String title, int error) {
    String answer =
        "{\"success\":false,\"errors\":[{\"code\":"
            + error
            + ",\"message\":\"Rate plan UNMAPPED-7Q is not mapped; map it under Rates.\"}]}";
    String push = exchange("updateAvailability", Direction.MEWS_TO_CANDIDATE, AVAILABILITY, answer);
    add(
        code,
        "error/" + id,
        title,
        24,
        transport(push),
        passed("code", "The error code fits", "" + error, "" + error, List.of(push)));
  }

  private static ExpectationResult transport(String id) {
    return passed("transport", "HTTP 200 with JSON", "200, JSON", "200, JSON", List.of(id));
  }

  private static ExpectationResult passed(
      String id, String statement, String expected, String actual, List<String> exchanges) {
    return new ExpectationResult(
        id, statement, Basis.WIRE, Verdict.PASSED, expected, actual, "", exchanges);
  }

  private static RowResult pass(RowResult row) {
    List<ExpectationResult> expectations =
        row.expectations().stream()
            .map(e -> passed(e.id(), e.statement(), e.expected(), e.expected(), e.exchanges()))
            .toList();
    return new RowResult(
        row.code(),
        row.id(),
        row.title(),
        row.requirement(),
        Verdict.PASSED,
        row.durationMs(),
        expectations);
  }

  private void add(
      String code, String id, String title, long durationMs, ExpectationResult... expectations) {
    rows.add(row(code, id, title, durationMs, expectations));
  }

  private static RowResult row(
      String code, String id, String title, long durationMs, ExpectationResult... expectations) {
    List<ExpectationResult> list = List.of(expectations);
    Verdict worst = Verdict.worst(list.stream().map(ExpectationResult::verdict).toList());
    return new RowResult(code, id, title, Requirement.REQUIRED, worst, durationMs, list);
  }

  private String exchange(String operation, Direction direction, String request, String answer) {
    int number = exchanges.size() + 1;
    exchanges.add(
        new Exchange(
            "e-%04d".formatted(number),
            direction,
            operation,
            "POST",
            URI.create("https://channels.acme.example/mews/v1/" + operation),
            START.plusMillis(40L * number),
            Duration.ofMillis(6 + number % 11),
            Body.of(request),
            200,
            "application/json",
            Body.of(answer),
            null));
    return "e-%04d".formatted(number);
  }

  private static final String SUCCESS = "{\"success\":true}";
  private static final String VAGUE =
      "{\"success\":false,\"errors\":[{\"code\":1,\"message\":\"Error\"}]}";
  private static final String AVAILABILITY =
      """
      {"clientToken":"masked-7f3a","connectionToken":"masked-19c0","messageId":"3f0c2a52-0001",
       "availabilities":[{"spaceTypeCode":"DBL","from":"2027-01-01","to":"2027-01-14","availability":7},
       {"spaceTypeCode":"BED","from":"2027-01-01","to":"2027-01-31","availability":12}]}
      """;
  private static final String PRICE =
      """
      {"spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2027-01-04","to":"2027-01-04","prices":[
       {"grossAmount":120.00,"netAmount":110.09,"currencyCode":"EUR","guestCount":2}]}
      """;
  private static final String PRICES =
      "{\"clientToken\":\"masked-7f3a\",\"connectionToken\":\"masked-19c0\",\"ratePrices\":["
          + String.join(",", List.of(PRICE, PRICE, PRICE, PRICE, PRICE, PRICE, PRICE, PRICE))
          + String.join("", java.util.Collections.nCopies(40, "," + PRICE))
          + "]}";
  private static final String GROUP =
      """
      {"clientToken":"masked-88aa","connectionToken":"masked-19c0","channelManagerId":"CM-1007",
       "totalAmount":{"grossAmount":250.00,"currencyCode":"EUR"},
       "reservations":[{"code":"01","from":"2027-01-04","to":"2027-01-06","spaceTypeCode":"DBL"}]}
      """;
  private static final String CONFIRMATION =
      """
      {"clientToken":"masked-7f3a","connectionToken":"masked-19c0","channelManagerId":"CM-1007",
       "reservations":[{"code":"01","confirmationNumber":"100234"}]}
      """;
}
