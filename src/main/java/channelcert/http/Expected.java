package channelcert.http;

import com.fasterxml.jackson.core.JsonParser;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What ought to stand where something else stands. */
sealed interface Expected {
  /**
   * The rule that the value breaks, with the value.
   *
   * @param parser stands at the value
   */
  String rule(String path, JsonParser parser);

  /** For a type of the contract; absent when the type is not known, which only numbers cause. */
  static Expected of(@Nullable Class<?> type) {
    if (type == null || type == Integer.class) {
      return new Whole();
    }
    if (type == BigDecimal.class) {
      return new Decimal();
    }
    if (type.isEnum()) {
      return new OneOf(type);
    }
    return new Plain(words(type));
  }

  private static String words(Class<?> type) {
    if (type == LocalDate.class) {
      return "a calendar date of the form yyyy-MM-dd";
    }
    if (type == OffsetDateTime.class) {
      return "a time of the form yyyy-MM-ddThh:mm:ssZ";
    }
    if (type == String.class) {
      return "a string";
    }
    if (type == Boolean.class) {
      return "true or false";
    }
    return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
  }

  /** Something that one noun names. */
  record Plain(String noun) implements Expected {
    @Override
    public String rule(String path, JsonParser parser) {
      return Complaint.found(path, parser) + " is not " + noun;
    }
  }

  /** A whole number of 32 bits. */
  record Whole() implements Expected {
    @Override
    public String rule(String path, JsonParser parser) {
      boolean number = parser.currentToken() != null && parser.currentToken().isNumeric();
      String found = Complaint.found(path, parser);
      return number
          ? found + " is not a whole number between -2147483648 and 2147483647"
          : found + " is not a whole number";
    }
  }

  /** A decimal of a sensible size. */
  record Decimal() implements Expected {
    @Override
    public String rule(String path, JsonParser parser) {
      boolean number = parser.currentToken() != null && parser.currentToken().isNumeric();
      String found = Complaint.found(path, parser);
      return number
          ? "%s is not a number of at most %d digits, at most %d of them after the point"
              .formatted(found, StrictDecimals.MAX_DIGITS, StrictDecimals.MAX_SCALE)
          : found + " is not a number";
    }
  }

  /** A value of an enumeration. */
  record OneOf(Class<?> type) implements Expected {
    @Override
    public String rule(String path, JsonParser parser) {
      String known =
          Arrays.stream(type.getEnumConstants())
              .map(constant -> Json.mapper().valueToTree(constant).asText())
              .collect(Collectors.joining(", "));
      return Complaint.found(path, parser) + " is not one of " + known;
    }
  }
}
