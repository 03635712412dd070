package channelcert.channelmanager.inventory;

import channelcert.channelmanager.mapping.Refusal;
import channelcert.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refusals as they are stored: JSON, absent when there is none. */
public final class RefusalText {
  private RefusalText() {}

  /** The text, absent when there is no refusal. */
  public static @Nullable String write(List<Refusal> refusals) {
    try {
      return refusals.isEmpty() ? null : Json.mapper().writeValueAsString(refusals);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("refusals are not writable as JSON", impossible);
    }
  }

  /** The refusals of a text. */
  public static List<Refusal> read(@Nullable String json) {
    try {
      return json == null
          ? List.of()
          : Json.mapper().readValue(json, new TypeReference<List<Refusal>>() {});
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("stored refusals are not readable", impossible);
    }
  }
}
