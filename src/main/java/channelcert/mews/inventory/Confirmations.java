package channelcert.mews.inventory;

import channelcert.http.Json;
import channelcert.mews.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;

/** The stored form of a confirmation: its refusals as JSON, none for success. */
final class Confirmations {
  private static final TypeReference<List<Refusal>> REFUSALS = new TypeReference<>() {};

  private Confirmations() {}

  static String write(List<Refusal> refusals) {
    try {
      return Json.mapper().writeValueAsString(refusals);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a confirmation cannot be stored", e);
    }
  }

  static Outcome read(String stored) {
    try {
      List<Refusal> refusals = Json.mapper().readValue(stored, REFUSALS);
      return refusals.isEmpty() ? new Outcome.Delivered() : new Outcome.Refused(refusals);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored confirmation cannot be read", e);
    }
  }
}
