package channelcert.journey.cases;

import channelcert.journey.people.Person;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words what is told to the history of a case. */
final class History {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

  private History() {}

  /**
   * An entry.
   *
   * @param by who acted; absent for the system
   * @param details values that can be written as JSON, without secrets
   */
  static CaseStore.Told told(@Nullable Person by, String action, Map<String, ?> details) {
    try {
      return new CaseStore.Told(
          by == null ? null : by.id(), action, MAPPER.writeValueAsString(details));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("details of " + action, e);
    }
  }
}
