package channelcert.mews.message;

import channelcert.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;

/** Own records as JSON in a column. */
public final class Stored {
  private Stored() {}

  public static String write(Object value) {
    try {
      return Json.mapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(value.getClass().getSimpleName() + " cannot be written", e);
    }
  }

  public static <T> T read(String json, Class<T> type) {
    try {
      return Json.mapper().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(type.getSimpleName() + " cannot be read", e);
    }
  }
}
