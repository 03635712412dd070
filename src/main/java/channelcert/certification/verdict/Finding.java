package channelcert.certification.verdict;

import channelcert.certification.verdict.lesson.Lesson;
import java.util.List;

/**
 * What a check found.
 *
 * @param expected what the rule asks, with the values of this run
 * @param actual what stands in the evidence
 * @param hint what to change; empty when passed
 * @param exchanges ids of the exchanges that show it
 * @param lesson what else a failure shows
 */
public record Finding(
    Verdict verdict,
    String expected,
    String actual,
    String hint,
    List<String> exchanges,
    Lesson lesson) {
  public Finding(
      Verdict verdict, String expected, String actual, String hint, List<String> exchanges) {
    this(verdict, expected, actual, hint, exchanges, Lesson.NONE);
  }

  public static Finding passed(String expected, String actual, List<String> exchanges) {
    return new Finding(Verdict.PASSED, expected, actual, "", exchanges);
  }

  public static Finding failed(
      String expected, String actual, String hint, List<String> exchanges) {
    return new Finding(Verdict.FAILED, expected, actual, hint, exchanges);
  }

  /** The evidence that would show it either way is not there. */
  public static Finding missing(String expected, String actual, String hint) {
    return new Finding(Verdict.INCONCLUSIVE, expected, actual, hint, List.of());
  }

  /** The same with what else it shows, where it is not passed. */
  public Finding teaching(Lesson taught) {
    return verdict == Verdict.PASSED
        ? this
        : new Finding(verdict, expected, actual, hint, exchanges, taught);
  }
}
