package channelcert.http;

import channelcert.http.Unreadable.Flaw;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts what the parser found into words for the person who sent the JSON. */
final class Complaint {
  private static final Set<String> SECRET =
      Set.of("clientToken", "connectionToken", "token", "number", "cardNumber", "cvv");

  private static final int LONGEST_VALUE = 60;
  private static final int LONGEST_REFUSAL = 500;

  private Complaint() {}

  /**
   * Words a failure of reading.
   *
   * @param parser stands where the failure happened
   */
  static Unreadable about(JacksonException fault, JsonParser parser) {
    return about(fault, parser, "");
  }

  /**
   * Words a failure of reading a part of the JSON.
   *
   * @param parser stands where the failure happened
   * @param part path of the part, empty for the whole
   */
  static Unreadable about(JacksonException fault, JsonParser parser, String part) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof InputCoercionException) {
        return flaw(fault, parser, null, part);
      }
      if (cause instanceof StreamConstraintsException limit) {
        return Unreadable.whole(beyondLimit(limit));
      }
      if (cause instanceof StreamReadException syntax) {
        return Unreadable.whole(syntax(syntax));
      }
      if (cause instanceof MismatchedInputException mismatch) {
        return flaw(fault, parser, mismatch.getTargetType(), part);
      }
      if (cause instanceof ValueInstantiationException refused) {
        return flaw(fault, parser, refused.getType().getRawClass(), part);
      }
    }
    return flaw(fault, parser, null, part);
  }

  /** A value as it may be shown: short, on one line, and never a secret. */
  static String shown(String path, @Nullable Object value) {
    String property = path.substring(path.lastIndexOf('.') + 1);
    if (SECRET.contains(property)) {
      return "the value";
    }
    String text = String.valueOf(value).replaceAll("\\p{Cntrl}", " ");
    String kept = text.length() > LONGEST_VALUE ? cut(text, LONGEST_VALUE) : text;
    return value instanceof String ? "'" + kept + "'" : kept;
  }

  /** What the other side says of a refusal: on one line, and long enough to tell the way out. */
  static String refusal(String message) {
    String text = message.replaceAll("\\p{Cntrl}", " ");
    return "'" + (text.length() > LONGEST_REFUSAL ? cut(text, LONGEST_REFUSAL) : text) + "'";
  }

  private static String cut(String text, int longest) {
    return text.substring(0, longest) + "...";
  }

  /** A token in words. */
  static String kind(JsonToken token) {
    return switch (token) {
      case START_OBJECT, FIELD_NAME, END_OBJECT -> "an object";
      case START_ARRAY, END_ARRAY -> "a list";
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "a boolean";
      default -> "null";
    };
  }

  private static Unreadable flaw(
      JacksonException fault, JsonParser parser, @Nullable Class<?> target, String part) {
    String path =
        (part + (fault instanceof JsonMappingException mapping ? path(mapping) : ""))
            .replaceFirst("^\\.", "");
    if (fault instanceof InvalidNullException) {
      return Unreadable.properties(List.of(Flaw.wrong(path, "null stands in the list")));
    }
    return Unreadable.properties(List.of(Flaw.wrong(path, Expected.of(target).rule(path, parser))));
  }

  private static String path(JsonMappingException mapping) {
    return mapping.getPath().stream()
        .map(
            step ->
                step.getFieldName() == null
                    ? "[" + step.getIndex() + "]"
                    : "." + step.getFieldName())
        .collect(Collectors.joining());
  }

  private static String beyondLimit(StreamConstraintsException limit) {
    String cause = limit.getOriginalMessage();
    String place = place(limit.getLocation());
    if (cause.contains("nesting depth")) {
      return "is nested deeper than " + Json.MAX_DEPTH + " levels" + place;
    }
    if (cause.contains("unknown properties")) {
      return "holds more than "
          + Json.MAX_UNKNOWN
          + " properties that the contract does not know"
          + place;
    }
    if (cause.contains("Number")) {
      return "holds a number of more than " + Json.MAX_NUMBER + " digits" + place;
    }
    if (cause.contains("String")) {
      return "holds a string of more than " + Json.MAX_TEXT + " characters" + place;
    }
    return "holds a property name of more than " + Json.MAX_NAME + " characters" + place;
  }

  /** The parser's own words are not used: they quote the text, and that may be a token. */
  private static String syntax(StreamReadException syntax) {
    String place = place(syntax.getLocation());
    if (syntax instanceof JsonEOFException) {
      return "is no JSON: it ends" + place + " before it is complete";
    }
    if (syntax.getOriginalMessage().startsWith("Duplicate ")) {
      return "names a property twice in one object" + place;
    }
    return "is no JSON: something" + place + " does not belong there";
  }

  private static String place(@Nullable JsonLocation location) {
    return location == null
        ? ""
        : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
  }

  /** The value at which the parser stands, as text or in words. */
  static String found(String path, JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return "nothing";
    }
    try {
      return switch (token) {
        case VALUE_STRING -> shown(path, parser.getText());
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> shown(path, new Literal(parser.getText()));
        case VALUE_TRUE, VALUE_FALSE -> parser.getText();
        default -> kind(token);
      };
    } catch (IOException unreadable) {
      return "the value";
    }
  }

  /** Shown without quotes. */
  private record Literal(String text) {
    @Override
    public String toString() {
      return text;
    }
  }
}
