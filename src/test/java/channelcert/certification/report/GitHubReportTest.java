package channelcert.certification.report;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.verdict.ExpectedFailures;
import channelcert.certification.verdict.ExpectedFailures.Entry;
import channelcert.certification.verdict.RunResult;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GitHubReportTest {
  @Test
  void annotatesEachRowThatNobodyExpectedToFail() {
    RunResult run = expecting(new Entry("INV-3", null, "Ticket 12"));
    assertThat(new GitHubReport(run).annotations())
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .startsWith("::error title=RES-8 Change several spaces%2C gross%3A inconcl"),
            second ->
                assertThat(second)
                    .isEqualTo(
                        "::error title=ERR-4 Unmapped Rate code error%3A failed::"
                            + "The error code is 9%0AReceived: errors[0].code = 1 and no rateCode"
                            + "%0ACode 1 is for system errors. An unknown rate plan is code 9 and"
                            + " names the code in rateCode, so that Mews can stop sending it."));
  }

  @Test
  void anEntryThatIsOutOfDateIsAnnotated() {
    List<String> annotations =
        new GitHubReport(expecting(new Entry("INV-1", null, "50% done\n::warning::x")))
            .annotations();
    assertThat(annotations.getLast())
        .isEqualTo(
            "::error title=INV-1%3A no longer failing::It was expected to fail"
                + " (50%25 done%0A::warning::x). Remove the entry.");
  }

  @Test
  void thereAreNeverMoreThanTen() {
    Entry[] passing =
        IntStream.rangeClosed(1, 12)
            .filter(number -> number != 8)
            .mapToObj(number -> new Entry("RES-" + number, null, "Ticket 12"))
            .toArray(Entry[]::new);
    List<String> annotations = new GitHubReport(expecting(passing)).annotations();
    assertThat(annotations).hasSize(10);
    assertThat(annotations.getLast()).startsWith("::error title=5 more::");
  }

  @Test
  void theSummaryIsATableInWhichTextOfOthersIsText() {
    assertThat(new GitHubReport(expecting(new Entry("INV-3", null, "[x](http://y)"))).summary())
        .contains("| INV-3 | Net prices | expected failure | \\[x\\]\\(http\\://y\\) |\n")
        .contains("| ERR-4 | Unmapped Rate code error | failed | The error code is 9 Code 1 is");
    assertThat(new GitHubReport(SampleRun.hostile()).summary())
        .contains("\\<script\\>")
        .doesNotContain("<script>");
  }

  private static RunResult expecting(Entry... entries) {
    return SampleRun.result().expecting(new ExpectedFailures(List.of(entries)));
  }
}
