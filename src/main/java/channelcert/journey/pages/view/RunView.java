package channelcert.journey.pages.view;

import channelcert.certification.attend.Board;
import channelcert.certification.attend.Form.Act;
import channelcert.certification.attend.Form.Export;
import channelcert.certification.attend.Form.Statement;
import channelcert.certification.attend.Form.Values;
import channelcert.certification.comparison.RowChange;
import channelcert.http.page.Form;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.live.LiveRow;
import channelcert.journey.live.Note;
import channelcert.journey.live.SeenRun;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run on its page.
 *
 * @param may whether the viewer may start, steer and answer runs
 * @param replied number of the instruction whose reply was not taken; 0 when none was
 * @param form what was typed into that reply
 */
public record RunView(CertificationCase found, SeenRun seen, boolean may, int replied, Form form) {
  private static final Form EMPTY = Form.parse("");

  /** Address of the run, or of something that belongs to it. */
  public String at(String rest) {
    return "/portal/cases/%s/runs/%d".formatted(found.id(), seen.run().number())
        + (rest.isEmpty() ? "" : "/" + rest);
  }

  public boolean goesOn() {
    return seen.state().equals("RUNNING") || seen.state().equals("PAUSED");
  }

  public boolean isPaused() {
    return seen.state().equals("PAUSED");
  }

  /** What happened last, the newest first. */
  public List<Note> latest() {
    return seen.notes().reversed().stream().limit(40).toList();
  }

  /** What was typed into the reply to an instruction, and what is wrong with it. */
  public Form form(Board.Posted posted) {
    return posted.number() == replied ? form : EMPTY;
  }

  /** The kind of the form that an instruction is replied to with. */
  public static String kind(Board.Posted posted) {
    return switch (posted.instruction().form()) {
      case Act act -> "act";
      case Values values -> "values";
      case Export export -> "export";
      case Statement statement -> "statement";
    };
  }

  /** What has to be typed. */
  public static List<channelcert.certification.attend.Field> fields(Board.Posted posted) {
    return posted.instruction().form() instanceof Values values ? values.fields() : List.of();
  }

  /** What has to be stated; empty where nothing has to be. */
  public static String question(Board.Posted posted) {
    return posted.instruction().form() instanceof Statement statement ? statement.question() : "";
  }

  /** Whether the run recognises by itself that it was done. */
  public static boolean isSeen(Board.Posted posted) {
    return posted.instruction().form() instanceof Act act && act.traffic();
  }

  /** Whether it has a report. */
  public boolean isReported() {
    return !goesOn() && seen.run().problem() == null;
  }

  /** What is said where no note is there. */
  public String withoutNotes() {
    if (goesOn()) {
      return "Nothing has happened yet.";
    }
    return isReported()
        ? "The notes were kept while the run was the latest of the case; the report tells all of"
            + " it."
        : "The notes were kept while the run was the latest of the case; it was stopped, so there"
            + " is no report.";
  }

  /** The state of a test for people; in a run that is over nothing waits. */
  public String words(LiveRow row) {
    boolean open = row.state().equals(LiveRow.WAITING) || row.state().equals(LiveRow.RUNNING);
    return !goesOn() && open ? "not run" : row.state().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** What is said of a test, line by line. */
  public List<String> details(LiveRow row) {
    return row.detail().lines().toList();
  }

  /** Whether its details are what was expected of it. */
  public boolean isOpen(LiveRow row) {
    return !row.detail().isEmpty()
        && !row.state().equals(LiveRow.WAITING)
        && !row.state().equals(LiveRow.RUNNING);
  }

  /** Whether words in the certification file may mend it. */
  public boolean isToBeWorded(LiveRow row) {
    return row.code().equals("ERR-1") && isOpen(row);
  }

  /** What is asked of people; nothing any more once the run is over. */
  public List<Board.Posted> waiting() {
    return goesOn() ? seen.waiting() : List.of();
  }

  /** What became of tests, for people. */
  public static String words(RowChange.Kind kind) {
    return switch (kind) {
      case NEW_FAILURE -> "Pass no more";
      case FIXED -> "Pass now";
      case OTHER -> "Another verdict";
      case SAME -> "The same verdict";
      case ONLY_IN_FIRST -> "Only in the earlier run";
      case ONLY_IN_SECOND -> "Only in this run";
    };
  }

  /** The verdicts of a test in both runs, for people. */
  public static String change(RowChange row) {
    return Stream.of(row.before(), row.after())
        .map(each -> each == null ? "not run" : each.toLowerCase(Locale.ROOT).replace('_', ' '))
        .distinct()
        .collect(Collectors.joining(" → "));
  }

  /** How the state of a test looks. */
  public String look(LiveRow row) {
    return goesOn() || !row.state().equals(LiveRow.RUNNING) ? look(row.state()) : "";
  }

  /** How a verdict looks. */
  public static String look(String verdict) {
    return switch (verdict) {
      case "PASSED" -> "good";
      case "FAILED", "HARNESS_ERROR" -> "bad";
      case "INCONCLUSIVE", "RUNNING", "PAUSED" -> "wait";
      default -> "";
    };
  }
}
