package channelcert.certification.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** An event as a line of JSON, and back. */
final class RunEvents {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private RunEvents() {}

  static String line(RunEvent event) {
    try {
      return MAPPER.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event is plain data and can always be written", e);
    }
  }

  /**
   * Reads a line.
   *
   * @throws UnusableRecord when it is no event
   */
  static RunEvent event(String line, int number) {
    try {
      return MAPPER.readValue(line, RunEvent.class);
    } catch (JsonProcessingException e) {
      throw new UnusableRecord(
          "line " + number + " of run.jsonl cannot be read: " + e.getOriginalMessage());
    }
  }
}
