package channelcert.certification.report;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.verdict.RunResult;
import channelcert.exchange.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  @Test
  void showsTheRowsInPublishedOrder() throws IOException {
    List<String> codes =
        found(page(), "class=\"body\" id=\"([A-Z]+-[0-9]+)\"").stream().distinct().toList();
    assertThat(codes)
        .containsExactlyElementsOf(
            SampleRun.result().tests().stream().map(row -> row.code()).toList());
  }

  @Test
  void opensTheRowsThatNeedSomebody() throws IOException {
    assertThat(found(page(), "<details class=\"row ([a-z-]+)\" open"))
        .containsExactly("failed", "inconclusive", "failed");
  }

  @Test
  void marksWhatDiffersBetweenExpectedAndReceived() throws IOException {
    assertThat(page())
        .contains("for 2 persons: <mark>110.09</mark>", "for 2 persons: <mark>120.00</mark>");
  }

  @Test
  void showsOnlyWrongNightsInACalendar() throws IOException {
    String page = page();

    assertThat(found(page, "<caption>([^<]*)</caption>")).containsExactly("DBL / FLX, 2 guests");
    assertThat(found(page, "<th scope=\"row\">([^<]*2026|[^<]*2027)</th>"))
        .containsExactly("28 Dec 2026", "4 Jan 2027");
    assertThat(
            found(
                page,
                "<td class=\"wrong\"><span class=\"day\">(\\d+)</span>"
                    + "<span class=\"wanted\">110.09</span><span class=\"got\">120.00</span>"))
        .containsExactly("3", "4", "8");
    assertThat(page).contains("90 wrong values").contains("87 more wrong values");
  }

  @Test
  void teachesTheCauseTheRuleAndItsPage() throws IOException {
    assertThat(page())
        .contains("<dt>Likely cause</dt>")
        .contains("The gross side of the price is stored")
        .contains("<dt>What to do</dt>")
        .contains("Page: Guidelines, Responses")
        .contains("Repeat it with curl");
  }

  @Test
  void linksToTheBodiesInTheEvidenceFolder() throws IOException {
    assertThat(page())
        .contains(
            "href=\"#INV-3-e-0005\"",
            "id=\"INV-3-e-0005\"",
            "href=\"evidence/e-0005.json\"",
            "href=\"evidence/e-0005-request.json\"",
            "href=\"evidence/e-0005-answer.json\"");
  }

  @Test
  void everyLinkOnThePageHasItsTarget() throws IOException {
    String page = page();
    List<String> ids = found(page, " id=\"([^\"]+)\"");
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids).containsAll(found(page, " href=\"#([^\"]+)\""));
  }

  @Test
  void showsNumbersOfBodiesAsTheyWereWritten() throws IOException {
    assertThat(page()).contains("&quot;grossAmount&quot;: 250.00");
  }

  @Test
  void saysWhereTheOtherMessagesOfALongRowAre() throws IOException {
    assertThat(page()).contains("42 messages", "30 more are in the", "and 36 more, to e-0052");
  }

  @Test
  void needsNoNetworkAndNoScript() throws Exception {
    String page = page();
    assertThat(page).doesNotContain("<script", "<link", "<iframe", " src=", " style=", "@import");
    assertThat(found(page, " href=\"([a-z]+:[^\"]*)\"")).isEmpty();
    assertThat(page).doesNotContain("url(");
    String css = found(page, "(?s)<style>(.*)</style>").getFirst();
    assertThat(page)
        .contains(
            "content=\"default-src &#39;none&#39;; style-src &#39;sha256-"
                + sha256(css)
                + "&#39;;");
  }

  @Test
  void textOfOthersStaysText() throws IOException {
    String page = page(SampleRun.hostile(), SampleRun.hostileExchanges());
    assertThat(page)
        .doesNotContain("<script", "<img", "\u001b", "\u0000", "\u202e")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "\\u001b[31mred");
  }

  @Test
  void aPartOfTheTestsIsNeverShownAsACertification() throws IOException {
    RunResult all = SampleRun.passed();
    RunResult part =
        new RunResult(
            all.candidate(),
            all.seed(),
            all.startedAt(),
            all.finishedAt(),
            all.attempt(),
            all.verdict(),
            all.tests().subList(0, 3),
            List.of());
    assertThat(page(part, SampleRun.exchanges()))
        .contains("only 3 of 25 tests were run", "but not all tests were run.")
        .doesNotContain("Every required test passed.");
  }

  @Test
  void headingsComeInOrder() throws IOException {
    int level = 0;
    for (String next : found(page(), "<h([1-6])[ >]")) {
      int heading = Integer.parseInt(next);
      assertThat(heading).isLessThanOrEqualTo(level + 1);
      level = heading;
    }
  }

  private static String page() throws IOException {
    return page(SampleRun.result(), SampleRun.exchanges());
  }

  private static String page(RunResult run, List<Exchange> exchanges) throws IOException {
    return new HtmlReport(run, Evidence.of(exchanges), Set.of("certification-file.xlsx")).text();
  }

  private static List<String> found(String page, String regex) {
    return Pattern.compile(regex)
        .matcher(page)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  private static String sha256(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(digest);
  }
}
