package channelcert.journey.api;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.verdict.Verdict;
import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Exchange;
import channelcert.store.DatabaseUrl;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages of a case whose run has 10 000 exchanges. With {@code
 * -Dchannelcert.portal.requests=200} it prints how long they take; no time is asserted.
 */
class LongRunPagesTest {
  private static final int EXCHANGES = 10_000;
  private static final int REQUESTS = Integer.getInteger("channelcert.portal.requests", 1);

  @ParameterizedTest
  @MethodSource("channelcert.store.Databases#each")
  void openWithoutReadingAllOfThem(DatabaseUrl url) {
    try (PortalFixture fixture = new PortalFixture(url)) {
      Journey journey = new Journey(fixture);
      fixture.passed(fixture.stored(journey.caseId()), false, List.of("INV-1"), Verdict.PASSED);
      fixture.recorded(
          journey.caseId(),
          1,
          IntStream.rangeClosed(1, EXCHANGES).mapToObj(each -> exchange(fixture, each)).toList());
      String page = "/portal/cases/" + journey.caseId();
      for (String path :
          List.of(
              page,
              page + "/runs",
              page + "/runs/1",
              page + "/runs/1/exchanges",
              page + "/runs/1/exchanges?after=9950")) {
        measure(fixture, path);
      }
      assertThat(fixture.page(page + "/runs/1/exchanges?after=9949"))
          .contains(">9950</th>", ">9999</th>", "after=9999")
          .doesNotContain(">9949</th>", ">10000</th>");
    }
  }

  private static void measure(PortalFixture fixture, String path) {
    long[] took = new long[REQUESTS];
    for (int i = 0; i < REQUESTS; i++) {
      long start = System.nanoTime();
      assertThat(fixture.page(path)).contains("</html>");
      took[i] = Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
    Arrays.sort(took);
    if (REQUESTS > 1) {
      System.out.printf(
          "%s: median %d ms, 95th percentile %d ms%n",
          path.replaceAll("/cases/\\w+", "/cases/ID"),
          took[REQUESTS / 2],
          took[REQUESTS * 95 / 100]);
    }
  }

  private static Exchange exchange(PortalFixture fixture, int number) {
    return new Exchange(
        "e-%04d".formatted(number),
        Direction.MEWS_TO_CANDIDATE,
        "updatePrices",
        "POST",
        URI.create("https://acme.example/updatePrices"),
        fixture.clock.instant(),
        Duration.ofMillis(12),
        Body.of("{\"messageId\":\"" + "m".repeat(2000) + number + "\"}"),
        200,
        "application/json",
        Body.of("{\"success\":true}"),
        null);
  }
}
