package channelcert.certification.report;

import channelcert.certification.verdict.ExpectationResult;
import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.lesson.Difference;
import channelcert.certification.verdict.lesson.Lesson;
import channelcert.certification.verdict.lesson.Rulebook;
import java.util.List;

/** What an open expectation teaches: likely cause, places that differ, wrong nights, the rule. */
final class HtmlLesson {
  private static final int MOST_DIFFERENCES = 40;

  private final Html html;
  private final HtmlCalendar calendar;

  HtmlLesson(Html html) {
    this.html = html;
    this.calendar = new HtmlCalendar(html);
  }

  void write(RowResult row, ExpectationResult result) {
    if (!Rows.isOpen(result.verdict())) {
      return;
    }
    Lesson lesson = result.lesson();
    differences(lesson.differences());
    calendar.write(lesson);
    html.open("dl", "class", "lesson");
    if (lesson.cause() != null) {
      entry("Likely cause", lesson.cause().words());
    }
    if (!result.hint().isBlank()) {
      entry("What to do", result.hint());
    }
    Rulebook.of(row.code(), result.id())
        .ifPresent(
            rule -> {
              html.open("div").element("dt", "The rule").open("dd").text(rule.rule() + " ");
              html.element("span", "Page: " + rule.page(), "class", "page").close().close();
            });
    html.close();
  }

  private void entry(String name, String text) {
    html.open("div").element("dt", name).element("dd", text).close();
  }

  private void differences(List<Difference> differences) {
    if (differences.isEmpty()) {
      return;
    }
    html.open(
        "div",
        "class",
        "scroll",
        "tabindex",
        "0",
        "role",
        "group",
        "aria-label",
        "Places that differ");
    html.open("table", "class", "differences").open("thead").open("tr");
    for (String name : List.of("Place", "Expected", "Received")) {
      html.element("th", name, "scope", "col");
    }
    html.close().close().open("tbody");
    for (Difference each : differences.subList(0, Math.min(MOST_DIFFERENCES, differences.size()))) {
      html.open("tr").element("th", each.path(), "scope", "row");
      html.element("td", each.expected(), "class", "wanted");
      html.element("td", each.received(), "class", "got").close();
    }
    html.close().close().close();
    if (differences.size() > MOST_DIFFERENCES) {
      html.element(
          "p",
          (differences.size() - MOST_DIFFERENCES) + " more places are in report.json.",
          "class",
          "note");
    }
  }
}
