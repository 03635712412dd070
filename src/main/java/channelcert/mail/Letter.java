package channelcert.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail without its addresses.
 *
 * @param subject one line, whatever stands in it
 * @param calendar an iCalendar invitation to go with it
 */
public record Letter(
    String subject, String text, String html, @Nullable String calendar, Instant at) {
  private static final int LONGEST_SUBJECT = 150;

  public Letter {
    subject = subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    if (subject.codePointCount(0, subject.length()) > LONGEST_SUBJECT) {
      subject = subject.substring(0, subject.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }
  }
}
