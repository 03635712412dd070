package channelcert.certification.report;

import channelcert.certification.drift.Drift;
import channelcert.certification.verdict.ExpectationResult;
import channelcert.certification.verdict.Requirement;
import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * The result of a run as one page that needs nothing else: no script, no network, and a policy that
 * forbids both.
 */
final class HtmlReport {
  private static final List<Group> GROUPS =
      List.of(
          new Group("INV-", "Inventory push", "Mews sends, the channel manager stores"),
          new Group("RES-", "Reservations", "The channel manager sends, Mews confirms"),
          new Group("ERR-", "Errors", "What is wrong is refused, and explained"));

  private static final String FILE = "certification-file.xlsx";

  private final Set<String> beside;
  private final RunResult run;
  private final HtmlRow rows;
  private final List<Drift> drifts;
  private final Html html = new Html();

  /**
   * Prepares the page.
   *
   * @param beside names of further files that lie beside it
   */
  HtmlReport(RunResult run, Evidence evidence, Set<String> beside) {
    this.beside = beside;
    this.run = run;
    this.drifts = evidence.drifts();
    this.rows = new HtmlRow(html, evidence, run.expected());
  }

  String text() throws IOException {
    html.open("html", "lang", "en");
    head();
    html.open("body");
    html.element("a", "Skip to the tests", "class", "skip", "href", "#tests");
    Icon.sprite(html);
    masthead();
    html.open("main");
    banner();
    whatToDo();
    tests();
    drifts();
    html.close();
    footer();
    html.close().close();
    return html.page();
  }

  private void head() throws IOException {
    String css = new String(ReportFolder.resource(ReportFolder.STYLE), StandardCharsets.UTF_8);
    html.open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", Html.policy(css));
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.empty("meta", "name", "referrer", "content", "no-referrer");
    html.element(
        "title", "%s: certification %s".formatted(run.candidate(), Wording.verdict(run.verdict())));
    html.style(css);
    html.close();
  }

  private void masthead() {
    html.open("header", "class", "masthead");
    html.element("p", "Mews channel manager certification", "class", "eyebrow");
    html.element("h1", run.candidate());
    html.close();
  }

  private void banner() {
    html.open("section", "class", "banner " + Icon.style(run.verdict()), "aria-label", "Verdict");
    html.open("div", "class", "verdict-line");
    Icon.write(html, run.verdict());
    html.open("div");
    html.element("p", capital(Wording.verdict(run.verdict())), "class", "word");
    html.element("p", explanation(), "class", "meaning");
    html.close().close();
    strip();
    facts();
    html.close();
  }

  private String explanation() {
    return switch (run.verdict()) {
      case PASSED ->
          Rows.isComplete(run)
              ? "Every required test passed."
              : "Every test that was run passed, but not all tests were run.";
      case FAILED -> "At least one required test failed. What to do stands below.";
      case INCONCLUSIVE -> "Not proven: evidence is missing. What to do stands below.";
      case NOT_APPLICABLE -> "Nothing was judged.";
      case HARNESS_ERROR -> "Not proven: the certification itself failed, not the candidate.";
    };
  }

  /** All rows at a glance, each a link to its place. */
  private void strip() {
    html.open("nav", "class", "strip", "aria-label", "Tests at a glance").open("ol");
    String group = "";
    for (RowResult row : run.tests()) {
      String label = row.code() + " " + Wording.outcome(row, run.expected());
      boolean first = !group.isEmpty() && !row.code().startsWith(group);
      group = row.code().substring(0, row.code().indexOf('-') + 1);
      html.open("li", "class", first ? "first" : "");
      html.open("a", "href", "#" + row.code(), "title", label + ": " + row.title());
      Icon.write(html, row.verdict());
      html.element("span", label, "class", "unseen");
      html.close().close();
    }
    html.close().close();
  }

  private void facts() {
    html.open("dl", "class", "facts");
    fact("Tests", Rows.sentence(run));
    fact("Required", required());
    Rows.expectedSentence(run).ifPresent(sentence -> fact("Expected failures", sentence));
    fact("Started", Wording.time(run.startedAt()));
    fact("Duration", Wording.duration(run.startedAt(), run.finishedAt()));
    fact("Attempt", Integer.toString(run.attempt()));
    fact("Seed", Long.toString(run.seed()));
    html.close();
  }

  private String required() {
    return Totals.ofRows(
                run.tests().stream()
                    .filter(row -> row.requirement() == Requirement.REQUIRED)
                    .toList())
            .share()
            .replace("/", " of ")
        + " passed";
  }

  private void fact(String name, String value) {
    html.open("div").element("dt", name).element("dd", value).close();
  }

  private void whatToDo() {
    List<RowResult> open = run.tests().stream().filter(row -> Rows.isOpen(row.verdict())).toList();
    if (open.isEmpty()) {
      return;
    }
    html.open("section", "class", "todo").element("h2", "What to do").open("ol");
    for (RowResult row : open) {
      html.open("li", "class", Icon.style(row.verdict()));
      html.open("p", "class", "todo-row");
      Icon.write(html, row.verdict());
      html.element("a", row.code() + " " + row.title(), "href", "#" + row.code());
      html.element("span", Wording.outcome(row, run.expected()), "class", "state");
      html.close();
      Rows.open(row).stream().limit(3).forEach(this::advice);
      html.close();
    }
    html.close().close();
  }

  private void advice(ExpectationResult result) {
    html.element("p", result.statement(), "class", "broken");
    if (!result.hint().isBlank()) {
      html.element("p", result.hint(), "class", "advice");
    }
  }

  private void tests() {
    html.open("section", "id", "tests").element("h2", "Tests");
    for (Group group : GROUPS) {
      group(group.title(), group.subtitle(), group.of(run.tests()));
    }
    group("Supplementary checks", "They never block a certification", run.supplementary());
    html.close();
  }

  private void group(String title, String subtitle, List<RowResult> results) {
    if (results.isEmpty()) {
      return;
    }
    html.open("section", "class", "group");
    html.open("div", "class", "group-head");
    html.element("h3", title).element("p", subtitle).close();
    html.open("div", "class", "columns", "aria-hidden", "true");
    for (String name : List.of("Code", "Test", "Verdict", "Requirement", "Time", "Passed")) {
      html.element("span", name);
    }
    html.close();
    results.forEach(rows::write);
    html.close();
  }

  private void drifts() {
    if (drifts.isEmpty()) {
      return;
    }
    html.open("section", "class", "todo").element("h2", "Differences from the contract");
    html.element(
        "p",
        "Messages of the candidate that differ from the published API. They change no verdict.",
        "class",
        "advice");
    html.open("ul");
    for (Drift drift : drifts) {
      html.open("li").text(Wording.drift(drift) + "; first ");
      html.element("a", drift.exchange(), "href", Evidence.record(drift.exchange()));
      html.close();
    }
    html.close().close();
  }

  private void footer() {
    html.open("footer");
    html.open("p").text("The same result for machines: ");
    html.element("a", "report.json", "href", "report.json").text(", ");
    html.element("a", "junit.xml", "href", "junit.xml").text(".");
    if (beside.contains(FILE)) {
      html.text(" To fill in and return: ").element("a", FILE, "href", FILE).text(".");
    }
    html.close();
    html.element(
        "p",
        "Repeat this run with the same values: --seed %d. Tokens and card data are masked in all evidence."
            .formatted(run.seed()));
    html.close();
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private record Group(String prefix, String title, String subtitle) {
    List<RowResult> of(List<RowResult> rows) {
      return rows.stream().filter(row -> row.code().startsWith(prefix)).toList();
    }
  }
}
