package channelcert.journey.pages.view;

import channelcert.certification.attend.Board;
import channelcert.certification.attend.Form.Act;
import channelcert.certification.attend.Form.Export;
import channelcert.certification.attend.Form.Statement;
import channelcert.certification.attend.Form.Values;
import channelcert.http.page.Form;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.live.LiveRow;
import channelcert.journey.live.Note;
import channelcert.journey.live.SeenRun;
import java.util.List;
import java.util.Locale;

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

  /** The state of a test for people. */
  public static String words(LiveRow row) {
    return row.state().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** How the state of a test looks. */
  public static String look(LiveRow row) {
    return look(row.state());
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
