package channelcert.certification.verdict;

import channelcert.certification.verdict.lesson.Lesson;
import java.util.List;

/**
 * What became of one expectation.
 *
 * @param id stable words, the same for pass and fail, unique in the row
 * @param statement the rule in our own words
 * @param expected what the rule asks of this message, with its values
 * @param actual what was found
 * @param hint what to change; empty when passed
 * @param exchanges ids of the exchanges that show it
 * @param lesson what else a failure shows
 */
public record ExpectationResult(
    String id,
    String statement,
    Basis basis,
    Verdict verdict,
    String expected,
    String actual,
    String hint,
    List<String> exchanges,
    Lesson lesson) {
  public ExpectationResult(
      String id,
      String statement,
      Basis basis,
      Verdict verdict,
      String expected,
      String actual,
      String hint,
      List<String> exchanges) {
    this(id, statement, basis, verdict, expected, actual, hint, exchanges, Lesson.NONE);
  }
}
