package channelcert.certification.report;

import channelcert.certification.drift.Drift;
import channelcert.certification.verdict.Basis;
import channelcert.certification.verdict.ExpectedFailures;
import channelcert.certification.verdict.Requirement;
import channelcert.certification.verdict.RowResult;
import channelcert.certification.verdict.Verdict;
import channelcert.exchange.Direction;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The words for people, the same on the terminal, on the page and in the certification file. */
public final class Wording {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Wording() {}

  public static String verdict(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> "passed";
      case FAILED -> "failed";
      case INCONCLUSIVE -> "inconclusive";
      case NOT_APPLICABLE -> "not applicable";
      case HARNESS_ERROR -> "harness error";
    };
  }

  /** How a row ended, and whether that was expected; expected is never the same as passed. */
  public static String outcome(RowResult row, ExpectedFailures expected) {
    if (expected.reason(row).isEmpty()) {
      return verdict(row.verdict());
    }
    return row.verdict() == Verdict.FAILED
        ? "expected failure"
        : "expected, " + verdict(row.verdict());
  }

  public static String requirement(Requirement requirement) {
    return switch (requirement) {
      case REQUIRED -> "required";
      case OPTIONAL -> "optional";
    };
  }

  public static String basis(Basis basis) {
    return switch (basis) {
      case WIRE -> "wire";
      case READ_BACK -> "read back";
      case ATTESTED -> "attested";
    };
  }

  public static String direction(Direction direction) {
    return switch (direction) {
      case MEWS_TO_CANDIDATE -> "Mews to candidate";
      case CANDIDATE_TO_MEWS -> "candidate to Mews";
      case DRIVER -> "certification to driver";
      case ATTENDED -> "certification to a person";
      case MEWS_STATE -> "stored on the Mews side";
    };
  }

  /** A difference from the contract in one line. */
  public static String drift(Drift drift) {
    return "%s, %s: %s%s (%s)"
        .formatted(
            drift.operation(),
            drift.message() == Drift.Message.REQUEST ? "what it sends" : "what it answers",
            drift.place().isEmpty() ? "the whole " : drift.place() + " ",
            drift.what(),
            count(drift.times(), "exchange"));
  }

  /** A duration of milliseconds in the unit a person would choose. */
  public static String duration(long milliseconds) {
    if (milliseconds < 1_000) {
      return milliseconds + " ms";
    }
    // Tenths first, so that 59.96 s becomes a minute and not 60.0 s.
    long tenths = Math.round(milliseconds / 100.0);
    if (tenths < 600) {
      return "%d.%d s".formatted(tenths / 10, tenths % 10);
    }
    long seconds = Math.round(milliseconds / 1_000.0);
    return "%d min %d s".formatted(seconds / 60, seconds % 60);
  }

  /** From one moment to another, never negative. */
  public static String duration(Instant from, Instant to) {
    return duration(Math.max(0, Duration.between(from, to).toMillis()));
  }

  /** A moment, to the second, in UTC. */
  public static String time(Instant moment) {
    return TIME.format(moment);
  }

  /** A number with its noun, in the plural where it has to be. */
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
