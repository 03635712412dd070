package channelcert.certification.report;

import channelcert.certification.verdict.ExpectationResult;
import channelcert.certification.verdict.ExpectedFailures;
import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The result of a run for a workflow on GitHub: annotations and a summary in Markdown. */
public final class GitHubReport {
  /** GitHub shows no more of one step. */
  private static final int MOST = 10;

  private static final int LONGEST_MESSAGE = 1_000;
  private static final int LONGEST_CELL = 200;
  private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_{}\\[\\]()#+!|<>&~$@:]");

  private final RunResult run;
  private final ExpectedFailures expected;

  public GitHubReport(RunResult run) {
    this.run = run;
    this.expected = run.expected();
  }

  /** At most ten commands, the most important first: what nobody expected. */
  public List<String> annotations() {
    List<String> all = new ArrayList<>();
    run.tests().stream().filter(this::isSurprise).forEach(row -> all.add(annotation(row)));
    expected
        .stale(run)
        .forEach(
            entry ->
                all.add(
                    error(
                        entry.name() + ": no longer failing",
                        "It was expected to fail (" + entry.reason() + "). Remove the entry.")));
    if (all.size() <= MOST) {
      return all;
    }
    List<String> first = new ArrayList<>(all.subList(0, MOST - 1));
    int more = all.size() - first.size();
    first.add(error(more + " more", "The summary of the job and the report name them all."));
    return first;
  }

  private boolean isSurprise(RowResult row) {
    return Rows.isOpen(row.verdict()) && expected.reason(row).isEmpty();
  }

  private String annotation(RowResult row) {
    String message =
        surprises(row).stream()
            .findFirst()
            .map(each -> each.statement() + "\nReceived: " + each.actual() + "\n" + each.hint())
            .orElse("Nothing more is known.");
    return error(
        row.code() + " " + row.title() + ": " + Wording.verdict(row.verdict()), message.strip());
  }

  private List<ExpectationResult> surprises(RowResult row) {
    return Rows.open(row).stream()
        .filter(each -> expected.reason(row, each).isEmpty())
        .filter(each -> each.verdict() == row.verdict())
        .toList();
  }

  /** A workflow command; what others wrote cannot end it or begin another. */
  private static String error(String title, String message) {
    return "::error title=" + property(title) + "::" + data(message);
  }

  private static String data(String text) {
    return VisibleText.cut(VisibleText.of(text), LONGEST_MESSAGE)
        .replace("%", "%25")
        .replace("\r", "%0D")
        .replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  /** The summary, in Markdown. */
  public String summary() {
    StringBuilder text = new StringBuilder();
    text.append("### ")
        .append(cell(run.candidate()))
        .append(": certification ")
        .append(Wording.verdict(run.verdict()))
        .append("\n\n")
        .append(Rows.sentence(run))
        .append(". Seed ")
        .append(run.seed())
        .append(".\n");
    Rows.expectedSentence(run)
        .ifPresent(each -> text.append('\n').append(cell(each)).append(".\n"));
    text.append("\n| Test | | Verdict | First thing to look at |\n|---|---|---|---|\n");
    run.rows().forEach(row -> text.append(line(row)));
    return text.append('\n').toString();
  }

  private String line(RowResult row) {
    List<String> cells =
        List.of(row.code(), cell(row.title()), Wording.outcome(row, expected), cell(advice(row)));
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private String advice(RowResult row) {
    return expected
        .reason(row)
        .orElseGet(
            () ->
                surprises(row).stream()
                    .findFirst()
                    .map(each -> each.statement() + " " + each.hint())
                    .orElse(""));
  }

  /** Text of others in one line, in which nothing is a link, a picture or a mark. */
  private static String cell(String text) {
    String line = VisibleText.cut(text.replaceAll("\\s+", " ").strip(), LONGEST_CELL);
    return MARKDOWN.matcher(VisibleText.singleLine(line)).replaceAll("\\\\$0");
  }
}
