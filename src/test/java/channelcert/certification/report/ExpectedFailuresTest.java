package channelcert.certification.report;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.verdict.ExpectedFailures;
import channelcert.certification.verdict.ExpectedFailures.Entry;
import channelcert.certification.verdict.RunResult;
import channelcert.certification.verdict.Verdict;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** INV-3 and ERR-4 of the sample run failed, RES-8 is inconclusive. */
class ExpectedFailuresTest {
  private static final Entry ALL_OF_INV_3 = entry("INV-3", null);
  private static final Entry ALL_OF_ERR_4 = entry("ERR-4", null);
  private static final Entry ALL_OF_RES_8 = entry("RES-8", null);

  @Test
  void whatIsExpectedDoesNotCountAndStaysAFailure() {
    RunResult run = expecting(ALL_OF_INV_3, ALL_OF_ERR_4, ALL_OF_RES_8);
    assertThat(run.expected().unexpected(run)).isEqualTo(Verdict.PASSED);
    assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(run.expected().stale(run)).isEmpty();
  }

  @Test
  void whatIsLeftCounts() {
    assertThat(unexpected(ALL_OF_INV_3, ALL_OF_ERR_4)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(unexpected(ALL_OF_INV_3)).isEqualTo(Verdict.FAILED);
  }

  @Test
  void oneExpectationOfARowDoesNotExcuseAnother() {
    assertThat(unexpected(ALL_OF_INV_3, ALL_OF_RES_8, entry("ERR-4", "code")))
        .isEqualTo(Verdict.FAILED);
    assertThat(
            unexpected(
                ALL_OF_INV_3, ALL_OF_RES_8, entry("ERR-4", "code"), entry("ERR-4", "message")))
        .isEqualTo(Verdict.PASSED);
  }

  @Test
  void whatDoesNotFailAnyMoreIsStaleAndWhatWasNotRunIsNot() {
    Entry passes = entry("INV-1", null);
    Entry holds = entry("ERR-4", "transport");
    Entry doesNotApply = entry("RES-13", "product");
    RunResult run = expecting(passes, holds, doesNotApply, ALL_OF_ERR_4, entry("SUP-1", null));
    assertThat(run.expected().stale(run)).containsExactly(passes, holds, doesNotApply);
  }

  @Test
  void noReportShowsItAsPassed() throws Exception {
    RunResult run = expecting(ALL_OF_INV_3, entry("INV-1", null));
    assertThat(JsonReport.text(run))
        .contains("\"state\" : \"EXPECTED\"", "\"state\" : \"STALE\"")
        .contains("\"verdict\" : \"FAILED\",\n    \"durationMs\" : 84,\n    \"expectedFailure\"");
    assertThat(new HtmlReport(run, Evidence.of(List.of()), Set.of()).text())
        .contains("expected failure", "Expected to fail: Ticket 12", "remove the entry: INV-1");
    Document xml = Xml.parse(JunitReport.text(run));
    assertThat(Xml.elements(xml, "skipped").getFirst().getAttribute("message"))
        .startsWith("expected failure: Ticket 12; stored: ");
    Element stale = Xml.elements(xml, "failure").getFirst();
    assertThat(stale.getAttribute("type")).isEqualTo("STALE");
    assertThat(stale.getAttribute("message")).startsWith("INV-1: expected to fail, but does not");
    Element suite = Xml.elements(xml, "testsuite").getFirst();
    assertThat(suite.getAttribute("failures")).isEqualTo("2");
    assertThat(suite.getAttribute("skipped")).isEqualTo("2");
  }

  private static Verdict unexpected(Entry... entries) {
    RunResult run = expecting(entries);
    return run.expected().unexpected(run);
  }

  private static RunResult expecting(Entry... entries) {
    return SampleRun.result().expecting(new ExpectedFailures(List.of(entries)));
  }

  private static Entry entry(String code, @Nullable String expectation) {
    return new Entry(code, expectation, "Ticket 12");
  }
}
