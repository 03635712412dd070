package channelcert.certification.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JunitReportTest {
  @Test
  void hasOneTestCasePerRow() throws Exception {
    Document xml = Xml.parse(JunitReport.text(SampleRun.result()));
    assertThat(Xml.elements(xml, "testcase"))
        .hasSize(25)
        .first()
        .satisfies(
            row -> {
              assertThat(row.getAttribute("name")).isEqualTo("INV-1 Availability, many categories");
              assertThat(row.getAttribute("classname"))
                  .isEqualTo("channelcert.inventory.availability");
              assertThat(row.getAttribute("time")).isEqualTo("0.084");
            });
  }

  @Test
  void countsWhatEndedInWhichWay() throws Exception {
    Document xml = Xml.parse(JunitReport.text(SampleRun.result()));
    Element suite = Xml.elements(xml, "testsuite").getFirst();
    assertThat(suite.getAttribute("tests")).isEqualTo("25");
    assertThat(suite.getAttribute("failures")).isEqualTo("2");
    assertThat(suite.getAttribute("errors")).isEqualTo("1");
    assertThat(suite.getAttribute("skipped")).isEqualTo("1");
  }

  @Test
  void aFailureNamesTheExpectationAndWhatToDo() throws Exception {
    Document xml = Xml.parse(JunitReport.text(SampleRun.result()));
    Element failure = Xml.elements(xml, "failure").getFirst();
    assertThat(failure.getAttribute("message"))
        .startsWith("stored: What the channel manager stores is what was pushed")
        .contains("netAmount");
    assertThat(failure.getTextContent()).contains("received: DBL FLX", "evidence: e-0005, e-0006");
  }

  @Test
  void anInconclusiveRowIsAnErrorAndARowNotClaimedIsSkipped() throws Exception {
    Document xml = Xml.parse(JunitReport.text(SampleRun.result()));
    assertThat(Xml.elements(xml, "error").getFirst().getAttribute("type"))
        .isEqualTo("INCONCLUSIVE");
    assertThat(Xml.elements(xml, "skipped").getFirst().getAttribute("message"))
        .isEqualTo("the candidate file says extras: false");
  }

  @Test
  void supplementaryChecksNeverBlock() throws Exception {
    Document xml = Xml.parse(JunitReport.text(SampleRun.hostile()));
    Element suite = Xml.elements(xml, "testsuite").getLast();
    assertThat(suite.getAttribute("name")).isEqualTo("Supplementary checks");
    assertThat(suite.getAttribute("failures")).isEqualTo("0");
    assertThat(Xml.elements(xml, "skipped").getLast().getAttribute("message"))
        .startsWith("failed, does not block: message: ");
  }

  @Test
  void textOfOthersStaysText() throws Exception {
    Document xml = Xml.parse(JunitReport.text(SampleRun.hostile()));
    assertThat(Xml.elements(xml, "script")).isEmpty();
    assertThat(Xml.elements(xml, "failure").getFirst().getTextContent())
        .contains("<script>alert(1)</script>", "]]>", "\\u001b[31mred", "\\u0000");
  }
}
