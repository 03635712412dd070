package channelcert.certification.verdict.reservation;

import channelcert.certification.verdict.Finding;
import channelcert.certification.verdict.Verdict;
import channelcert.certification.verdict.lesson.Cause;
import channelcert.certification.verdict.lesson.Difference;
import channelcert.certification.verdict.lesson.Lesson;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects what deviates from a rule, each with its path and value, and makes one finding of it.
 */
final class Deviations {
  private final List<String> found = new ArrayList<>();
  private final List<Difference> differences = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private @Nullable Cause cause;

  /** The likely cause, where something deviates. */
  Deviations because(Cause likely) {
    cause = likely;
    return this;
  }

  /** Something is wrong: where, what stands there, and what should. */
  void add(String path, String actual, String wanted) {
    found.add(path + " is " + actual + ", not " + wanted);
    differences.add(new Difference(path, wanted, actual));
  }

  /** Something is wrong that is no single value. */
  void add(String sentence) {
    found.add(sentence);
  }

  /** Remarks on something that is allowed but worth a look. */
  void note(String sentence) {
    notes.add(sentence);
  }

  /** The text at the path has to be this one. */
  void text(String path, JsonNode actual, String wanted) {
    if (!actual.isTextual() || !actual.textValue().equals(wanted)) {
      add(path, Wire.show(actual), '"' + wanted + '"');
    }
  }

  /** The number at the path has to have this value, in any notation. */
  void number(String path, JsonNode actual, BigDecimal wanted) {
    Optional<BigDecimal> value = Wire.number(actual);
    if (value.isEmpty() || !Wire.same(value.get(), wanted)) {
      add(path, Wire.show(actual), wanted.toPlainString());
    }
  }

  boolean none() {
    return found.isEmpty();
  }

  /** Passed when nothing deviates; notes stand in the actual text. */
  Finding finding(String expected, String whenRight, String hint, List<String> exchanges) {
    return finding(Verdict.FAILED, expected, whenRight, hint, exchanges);
  }

  /** The same where a deviation is our own fault, because only we write the message. */
  Finding ownFinding(String expected, String whenRight, List<String> exchanges) {
    String hint = "The Mews side of this run is wrong here; report it with the evidence.";
    return finding(Verdict.HARNESS_ERROR, expected, whenRight, hint, exchanges);
  }

  private Finding finding(
      Verdict whenWrong, String expected, String whenRight, String hint, List<String> exchanges) {
    if (found.isEmpty()) {
      return Finding.passed(expected, withNotes(whenRight), exchanges);
    }
    String actual = withNotes(String.join("; ", found));
    return new Finding(whenWrong, expected, actual, hint, exchanges, Lesson.of(cause, differences));
  }

  private String withNotes(String text) {
    return notes.isEmpty() ? text : text + " (note: " + String.join("; ", notes) + ")";
  }
}
