package channelcert.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What happens to an availability block, in the words of either direction and any letter case: both
 * enumerations list the same three events in the same order.
 *
 * @param <E> enumeration of one direction
 */
final class BlockWord<E extends Enum<E>> extends StdScalarDeserializer<E> {
  private static final long serialVersionUID = 1L;

  private static final List<List<String>> WORDS =
      List.of(
          List.of("create", "created"),
          List.of("update", "updated"),
          List.of("cancel", "canceled"));

  private final Class<E> type;

  BlockWord(Class<E> type) {
    super(type);
    this.type = type;
  }

  @Override
  public E deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return type.cast(context.handleUnexpectedToken(type, parser));
    }
    String text = parser.getText();
    Optional<Integer> event = event(text);
    if (event.isEmpty()) {
      throw context.weirdStringException(text, type, "not one of the words");
    }
    return type.getEnumConstants()[event.get()];
  }

  private static Optional<Integer> event(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    return WORDS.stream().filter(words -> words.contains(word)).map(WORDS::indexOf).findFirst();
  }
}
