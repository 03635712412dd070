package channelcert.certification.report;

import channelcert.certification.verdict.ExpectationResult;
import channelcert.certification.verdict.ExpectedFailures;
import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.RunResult;
import channelcert.certification.verdict.Verdict;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The result of a run as JUnit XML, one test case per row. Inconclusive rows and our own faults are
 * errors. Supplementary checks never block: those that did not pass are skipped, with the reason.
 */
final class JunitReport {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private final XMLStreamWriter xml;
  private final ExpectedFailures expected;
  private final List<ExpectedFailures.Entry> stale;

  private JunitReport(XMLStreamWriter xml, RunResult result) {
    this.xml = xml;
    this.expected = result.expected();
    this.stale = expected.stale(result);
  }

  static String text(RunResult result) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      new JunitReport(xml, result).run(result);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
    return out + "\n";
  }

  private void run(RunResult result) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line();
    xml.writeStartElement("testsuites");
    suite("Mews channel manager certification", result, result.tests(), true);
    if (!result.supplementary().isEmpty()) {
      suite("Supplementary checks", result, result.supplementary(), false);
    }
    line();
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void suite(String name, RunResult run, List<RowResult> rows, boolean blocking)
      throws XMLStreamException {
    Map<Outcome, Long> outcomes =
        rows.stream()
            .collect(Collectors.groupingBy(row -> kind(row, blocking), Collectors.counting()));
    line();
    xml.writeStartElement("testsuite");
    attribute("name", name);
    attribute("tests", Integer.toString(rows.size()));
    attribute("failures", count(outcomes, Outcome.FAILURE, Outcome.STALE));
    attribute("errors", count(outcomes, Outcome.ERROR));
    attribute("skipped", count(outcomes, Outcome.SKIPPED, Outcome.EXPECTED, Outcome.HARMLESS));
    attribute("time", seconds(rows.stream().mapToLong(RowResult::durationMs).sum()));
    attribute("timestamp", timestamp(run.startedAt()));
    properties(run);
    for (RowResult row : rows) {
      testCase(row, blocking);
    }
    line();
    xml.writeEndElement();
  }

  private void properties(RunResult run) throws XMLStreamException {
    line();
    xml.writeStartElement("properties");
    property("candidate", run.candidate());
    property("seed", Long.toString(run.seed()));
    property("attempt", Integer.toString(run.attempt()));
    property("verdict", run.verdict().name());
    xml.writeEndElement();
  }

  private void property(String name, String value) throws XMLStreamException {
    xml.writeEmptyElement("property");
    attribute("name", name);
    attribute("value", value);
  }

  private void testCase(RowResult row, boolean blocking) throws XMLStreamException {
    line();
    xml.writeStartElement("testcase");
    attribute("name", row.code() + " " + row.title());
    attribute("classname", "channelcert." + row.id().replace('/', '.'));
    attribute("time", seconds(row.durationMs()));
    switch (kind(row, blocking)) {
      case PASS -> {}
      case SKIPPED -> skipped(Rows.reasonNotApplicable(row));
      case HARMLESS ->
          skipped(Wording.verdict(row.verdict()) + ", does not block: " + message(row));
      case EXPECTED ->
          skipped(
              Wording.outcome(row, expected)
                  + ": "
                  + expected.reason(row).orElse("")
                  + "; "
                  + message(row));
      case STALE -> stale(row);
      case FAILURE -> problem("failure", row);
      case ERROR -> problem("error", row);
    }
    xml.writeEndElement();
  }

  /** How a row counts for those who read the file. */
  private enum Outcome {
    PASS,
    SKIPPED,
    HARMLESS,
    EXPECTED,
    STALE,
    FAILURE,
    ERROR
  }

  private Outcome kind(RowResult row, boolean blocking) {
    boolean open = Rows.isOpen(row.verdict());
    boolean excused = expected.reason(row).isPresent();
    if (!open || excused) {
      if (stale.stream().anyMatch(entry -> entry.code().equals(row.code()))) {
        return Outcome.STALE;
      }
      return excused
          ? Outcome.EXPECTED
          : row.verdict() == Verdict.PASSED ? Outcome.PASS : Outcome.SKIPPED;
    }
    if (!blocking) {
      return Outcome.HARMLESS;
    }
    return row.verdict() == Verdict.FAILED ? Outcome.FAILURE : Outcome.ERROR;
  }

  private static String count(Map<Outcome, Long> outcomes, Outcome... counted) {
    return Long.toString(
        Arrays.stream(counted).mapToLong(each -> outcomes.getOrDefault(each, 0L)).sum());
  }

  private void stale(RowResult row) throws XMLStreamException {
    String names =
        stale.stream()
            .filter(entry -> entry.code().equals(row.code()))
            .map(ExpectedFailures.Entry::name)
            .collect(Collectors.joining(", "));
    xml.writeEmptyElement("failure");
    attribute("message", names + ": expected to fail, but does not; remove the entry");
    attribute("type", "STALE");
  }

  private void skipped(String reason) throws XMLStreamException {
    xml.writeEmptyElement("skipped");
    attribute("message", reason);
  }

  private void problem(String element, RowResult row) throws XMLStreamException {
    xml.writeStartElement(element);
    attribute("message", message(row));
    attribute("type", row.verdict().name());
    for (ExpectationResult result : Rows.open(row)) {
      xml.writeCharacters(VisibleText.of(details(result)));
    }
    xml.writeEndElement();
  }

  /** The first expectation to look at, and what to do about it. */
  private static String message(RowResult row) {
    return Rows.open(row).stream()
        .filter(result -> result.verdict() == row.verdict())
        .findFirst()
        .map(
            result ->
                result.id()
                    + ": "
                    + result.statement()
                    + (result.hint().isBlank() ? "" : ". " + result.hint()))
        .orElse(Wording.verdict(row.verdict()));
  }

  private static String details(ExpectationResult result) {
    return """

    %s (%s)
      %s
      expected: %s
      received: %s
      hint:     %s
      evidence: %s
    """
        .formatted(
            result.id(),
            Wording.verdict(result.verdict()),
            result.statement(),
            result.expected(),
            result.actual(),
            result.hint(),
            String.join(", ", result.exchanges()));
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, VisibleText.singleLine(value));
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n");
  }

  private static String seconds(long milliseconds) {
    return BigDecimal.valueOf(milliseconds, 3).toPlainString();
  }

  private static String timestamp(Instant moment) {
    return TIME.format(moment);
  }
}
