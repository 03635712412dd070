package channelcert.mews.property;

import java.math.BigDecimal;
import java.util.List;

/** What descriptions given by a hotelier must hold. */
final class Checks {
  private static final int LONGEST_CODE = 100;
  private static final int LONGEST_NAME = 200;

  private Checks() {}

  static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  static void code(String field, String code) {
    require(
        !code.isBlank() && code.length() <= LONGEST_CODE,
        field + " '" + code + "' is not a code; give 1 to " + LONGEST_CODE + " characters");
  }

  static void name(String field, String name) {
    require(
        !name.isBlank() && name.length() <= LONGEST_NAME,
        field + " '" + name + "' is not a name; give 1 to " + LONGEST_NAME + " characters");
  }

  static void email(String field, String email) {
    require(
        email.contains("@") && email.length() <= LONGEST_NAME,
        field + " '" + email + "' is not an e-mail address");
  }

  static void atLeast(String field, int value, int least) {
    require(value >= least, field + " is " + value + "; give at least " + least);
  }

  /** One price for each number of guests, none negative, with two decimal places at most. */
  static void prices(String field, List<BigDecimal> gross, int capacity) {
    require(
        gross.size() == capacity,
        field
            + " has "
            + gross.size()
            + " prices; give one for each number of guests up to the capacity "
            + capacity);
    gross.forEach(price -> amount(field, price));
  }

  static void amount(String field, BigDecimal amount) {
    require(
        amount.signum() >= 0 && amount.stripTrailingZeros().scale() <= 2,
        field + " is " + amount + "; give an amount of 0 or more with two decimal places at most");
  }
}
