package channelcert.certification.report;

import channelcert.certification.verdict.ExpectationResult;
import channelcert.certification.verdict.ExpectedFailures;
import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.Verdict;
import channelcert.exchange.Exchange;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** One row of the page: a line that opens to its expectations and the exchanges that show them. */
final class HtmlRow {
  /** A full push has hundreds of messages; the page shows some, the evidence folder has all. */
  private static final int MOST_EXCHANGES = 12;

  private static final int MOST_LINKS = 6;
  private static final int LONGEST_TEXT = 6_000;

  private final Html html;
  private final Evidence evidence;
  private final ExpectedFailures expected;
  private final HtmlExchange exchanges;
  private final HtmlLesson lessons;

  HtmlRow(Html html, Evidence evidence, ExpectedFailures expected) {
    this.expected = expected;
    this.html = html;
    this.evidence = evidence;
    this.exchanges = new HtmlExchange(html);
    this.lessons = new HtmlLesson(html);
  }

  void write(RowResult row) {
    String style = "row " + Icon.style(row.verdict());
    if (Rows.isOpen(row.verdict())) {
      html.open("details", "class", style, "open", "");
    } else {
      html.open("details", "class", style);
    }
    summary(row);
    // The id stands inside, because a browser that follows a link opens what hides its target.
    html.open("div", "class", "body", "id", row.code());
    html.element("p", row.id(), "class", "row-id");
    body(row);
    html.close().close();
  }

  private void summary(RowResult row) {
    html.open("summary");
    html.element("span", row.code(), "class", "code");
    html.element("h4", row.title(), "class", "title");
    html.open("span", "class", "state " + Icon.style(row.verdict()));
    Icon.write(html, row.verdict());
    html.text(Wording.outcome(row, expected)).close();
    html.element("span", Wording.requirement(row.requirement()), "class", "requirement");
    html.element("span", Wording.duration(row.durationMs()), "class", "time");
    html.open("span", "class", "share").text(Totals.ofExpectations(row).share());
    html.element("span", " expectations passed", "class", "unseen").close();
    html.close();
  }

  private void body(RowResult row) {
    if (row.verdict() == Verdict.NOT_APPLICABLE) {
      html.element("p", "Not applicable: " + Rows.reasonNotApplicable(row), "class", "note");
    }
    expected
        .reason(row)
        .ifPresent(reason -> html.element("p", "Expected to fail: " + reason, "class", "note"));
    Set<String> shown = shown(row);
    html.open("ol", "class", "expectations");
    row.expectations().forEach(result -> expectation(row, result, shown));
    html.close();
    messages(row, shown);
  }

  private Set<String> shown(RowResult row) {
    return Rows.exchanges(row).stream()
        .filter(id -> evidence.find(id) != null)
        .limit(MOST_EXCHANGES)
        .collect(Collectors.toSet());
  }

  private void expectation(RowResult row, ExpectationResult result, Set<String> shown) {
    html.open("li", "class", Icon.style(result.verdict()));
    html.open("p", "class", "statement");
    Icon.write(html, result.verdict());
    html.element("span", Wording.verdict(result.verdict()) + ": ", "class", "unseen");
    html.element("span", result.statement());
    html.element("span", Wording.basis(result.basis()), "class", "basis");
    html.close();
    expected
        .reason(row, result)
        .ifPresent(reason -> html.element("p", "Expected to fail: " + reason, "class", "note"));
    comparison(result);
    lessons.write(row, result);
    links(row, result.exchanges().stream().distinct().toList(), shown);
    html.close();
  }

  private void comparison(ExpectationResult result) {
    TextDiff diff = diff(result);
    html.open("dl", "class", "comparison");
    side("Expected", diff.expected());
    side("Received", diff.actual());
    html.close();
  }

  /** Only where a rule is broken: elsewhere other words say the same, and marks would mislead. */
  private static TextDiff diff(ExpectationResult result) {
    String expected = bounded(result.expected());
    String actual = bounded(result.actual());
    return result.verdict() == Verdict.FAILED
        ? TextDiff.of(expected, actual)
        : new TextDiff(
            List.of(new TextDiff.Piece(expected, false)),
            List.of(new TextDiff.Piece(actual, false)));
  }

  private static String bounded(String text) {
    return text.length() <= LONGEST_TEXT
        ? text
        : VisibleText.cut(text, LONGEST_TEXT) + "\n[cut, the whole text is in report.json]";
  }

  private void side(String name, List<TextDiff.Piece> pieces) {
    html.open("div", "class", name.equals("Expected") ? "expected" : "received");
    html.element("dt", name).open("dd");
    for (TextDiff.Piece piece : pieces) {
      if (piece.differs()) {
        html.element("mark", piece.text());
      } else {
        html.text(piece.text());
      }
    }
    html.close().close();
  }

  private void links(RowResult row, List<String> ids, Set<String> shown) {
    if (ids.isEmpty()) {
      return;
    }
    html.open("p", "class", "evidence").element("span", "Evidence", "class", "label");
    for (String id : ids.subList(0, Math.min(MOST_LINKS, ids.size()))) {
      html.text(" ").open("span", "class", "item");
      link(row, id, shown);
      html.close();
    }
    if (ids.size() > MOST_LINKS) {
      html.text(" and %d more, to %s".formatted(ids.size() - MOST_LINKS, ids.getLast()));
    }
    html.close();
  }

  private void link(RowResult row, String id, Set<String> shown) {
    Exchange exchange = evidence.find(id);
    if (exchange == null) {
      html.text(id + " (not recorded)");
      return;
    }
    html.element("a", id, "href", shown.contains(id) ? "#" + anchor(row, id) : Evidence.record(id));
    exchanges.bodyLinks(exchange);
  }

  private void messages(RowResult row, Set<String> shown) {
    List<Exchange> all =
        Rows.exchanges(row).stream().sorted().map(evidence::find).filter(Objects::nonNull).toList();
    if (all.isEmpty()) {
      return;
    }
    html.open("div", "class", "messages");
    html.element("h5", Wording.count(all.size(), "message"));
    all.stream()
        .filter(exchange -> shown.contains(exchange.id()))
        .forEach(exchange -> exchanges.write(exchange, anchor(row, exchange.id())));
    if (all.size() > shown.size()) {
      html.open("p", "class", "note");
      html.text("%d more are in the ".formatted(all.size() - shown.size()));
      html.element("a", "evidence folder", "href", "evidence/").text(".").close();
    }
    html.close();
  }

  /** An exchange may serve several rows, so its place is named by both. */
  private static String anchor(RowResult row, String id) {
    return row.code() + "-" + id;
  }
}
