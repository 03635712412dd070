package channelcert.bench.ingest;

import org.jspecify.annotations.Nullable;

/**
 * One measured number.
 *
 * @param field its name for programs
 * @param words its name for people
 * @param aim what it should be; absent where nothing is promised
 */
record Figure(String field, String words, double value, String unit, @Nullable Aim aim) {
  /** A bound. */
  record Aim(boolean atLeast, double bound) {
    boolean isMet(double value) {
      return atLeast ? value >= bound : value <= bound;
    }
  }

  static Figure of(String field, String words, double value, String unit) {
    return new Figure(field, words, value, unit, null);
  }

  static Figure atLeast(String field, String words, double value, double bound) {
    return new Figure(field, words, value, "", new Aim(true, bound));
  }

  static Figure atMost(String field, String words, double value, String unit, double bound) {
    return new Figure(field, words, value, unit, new Aim(false, bound));
  }
}
