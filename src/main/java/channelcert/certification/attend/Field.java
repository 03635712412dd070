package channelcert.certification.attend;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A value to be typed.
 *
 * @param label what is meant, for example {@code price of DBL / FLX on 2027-03-01 for 2 guests}
 */
public record Field(String label, Kind kind) {
  /** Stands for "the extranet shows nothing there". */
  public static final String NOTHING = "-";

  private static final int LONGEST = 500;

  /** How a value is written. */
  public enum Kind {
    WHOLE("a whole number, for example 12"),
    AMOUNT("an amount, for example 118.43"),
    RESTRICTION("open, closed, no arrival, no departure, min 2, max 7, or several of them"),
    WORDS("a text");

    private final String example;

    Kind(String example) {
      this.example = example;
    }

    /** How it is typed. */
    public String example() {
      return example;
    }
  }

  /** Why the typed value cannot be taken, in one line; empty when it can. */
  public Optional<String> fault(String typed) {
    String text = typed.strip();
    if (text.length() > LONGEST) {
      return Optional.of("'" + label + "' takes " + LONGEST + " characters at most.");
    }
    return text.equals(NOTHING) || isWritten(text)
        ? Optional.empty()
        : Optional.of(
            "'"
                + text
                + "' is not what is asked for: type "
                + kind.example
                + ", or - where nothing is shown.");
  }

  private boolean isWritten(String text) {
    return switch (kind) {
      case WHOLE -> text.matches("\\d{1,6}");
      case AMOUNT -> amount(text).isPresent();
      case RESTRICTION -> ShownRestriction.parse(text).isPresent();
      case WORDS -> !text.isEmpty();
    };
  }

  /** An amount with a point or a comma before its decimals. */
  public static Optional<BigDecimal> amount(String text) {
    String plain = text.strip().replace(',', '.');
    return plain.matches("\\d{1,9}(\\.\\d{1,6})?")
        ? Optional.of(new BigDecimal(plain))
        : Optional.empty();
  }
}
