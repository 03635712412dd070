package channelcert.certification.verdict.reservation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads single values of recorded JSON without forgiving a wrong type. */
final class Wire {
  private static final int LONGEST = 200;
  private static final int MOST_DIGITS = 24;

  private Wire() {}

  /** The value as it stands in the message, for a text; shortened when long. */
  static String show(JsonNode value) {
    String text = value.isMissingNode() ? "absent" : value.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  /** A text; empty where there is none. */
  static String text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    return value.isTextual() ? value.textValue() : "";
  }

  static boolean present(JsonNode value) {
    return !value.isMissingNode() && !value.isNull();
  }

  /**
   * A number, whatever its notation. One with an absurd exponent is none: adding to it would take
   * all memory.
   */
  static Optional<BigDecimal> number(JsonNode value) {
    return Optional.of(value)
        .filter(JsonNode::isNumber)
        .map(JsonNode::decimalValue)
        .filter(
            number -> number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS);
  }

  static boolean isInteger(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToInt();
  }

  /** A day written as yyyy-MM-dd. */
  static Optional<LocalDate> day(JsonNode value) {
    try {
      return value.isTextual() ? Optional.of(LocalDate.parse(value.textValue())) : Optional.empty();
    } catch (DateTimeParseException notADay) {
      return Optional.empty();
    }
  }

  static boolean same(BigDecimal one, BigDecimal other) {
    return one.compareTo(other) == 0;
  }
}
