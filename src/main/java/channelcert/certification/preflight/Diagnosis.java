package channelcert.certification.preflight;

import java.util.Locale;

/**
 * One thing that the preflight looked at.
 *
 * @param subject what it is about, in the words of the candidate file where it stands there
 * @param origin where the cause lies; what is fine has the origin that it would have
 * @param found what was seen, in one line
 * @param fix what to do; empty when all is well
 */
public record Diagnosis(String subject, Level level, Origin origin, String found, String fix) {
  /** How bad it is. */
  public enum Level {
    OK,
    /** Worth knowing; rows may still pass. */
    NOTE,
    /** Rows will fail, or cannot be run. */
    FAULT,
    /** Nothing can be run. */
    UNREACHABLE
  }

  /** Who has to mend it. */
  public enum Origin {
    /** An address, a token, a certificate, a proxy: no line of code has to change. */
    CONFIGURATION,
    /** The channel manager answers in a way that it must not. */
    IMPLEMENTATION
  }

  /** Whether a run says it before it begins; notes about single addresses are for the doctor. */
  public boolean worthTelling() {
    return level == Level.FAULT || (level == Level.NOTE && !subject.startsWith("endpoints."));
  }

  static Diagnosis ok(String subject, String found) {
    return new Diagnosis(subject, Level.OK, Origin.CONFIGURATION, found, "");
  }

  static Diagnosis note(String subject, Origin origin, String found, String fix) {
    return new Diagnosis(subject, Level.NOTE, origin, found, fix);
  }

  static Diagnosis fault(String subject, Origin origin, String found, String fix) {
    return new Diagnosis(subject, Level.FAULT, origin, found, fix);
  }

  static Diagnosis unreachable(String subject, String found, String fix) {
    return new Diagnosis(subject, Level.UNREACHABLE, Origin.CONFIGURATION, found, fix);
  }

  /** In one line. */
  @Override
  public String toString() {
    return subject
        + ": "
        + found
        + (fix.isEmpty() ? "" : " [" + origin.name().toLowerCase(Locale.ROOT) + "]. " + fix);
  }
}
