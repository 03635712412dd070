package channelcert.certification.report;

import channelcert.certification.drift.Drift;
import channelcert.certification.drift.Drifts;
import channelcert.certification.verdict.RowResult;
import channelcert.exchange.Body;
import channelcert.exchange.Direction;
import channelcert.exchange.Exchange;
import channelcert.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The recorded exchanges, found by their ids, and what the report reads out of them. */
public final class Evidence {
  private final Map<String, Exchange> byId;
  private @Nullable List<Drift> drifts;

  private Evidence(Map<String, Exchange> byId) {
    this.byId = byId;
  }

  public static Evidence of(List<Exchange> exchanges) {
    Map<String, Exchange> byId = new HashMap<>();
    exchanges.forEach(exchange -> byId.put(exchange.id(), exchange));
    return new Evidence(byId);
  }

  @Nullable Exchange find(String id) {
    return byId.get(id);
  }

  /** Where the candidate's messages differ from the contract. */
  List<Drift> drifts() {
    if (drifts == null) {
      drifts = Drifts.of(byId.values());
    }
    return drifts;
  }

  /** Addresses of the files of an exchange, relative to the report folder. */
  static String record(String id) {
    return "evidence/" + id + ".json";
  }

  static String request(String id) {
    return "evidence/" + id + "-request.json";
  }

  static String answer(String id) {
    return "evidence/" + id + "-answer.json";
  }

  /** The numbers that Mews gave to the bookings of a row, each once, as it confirmed them. */
  public List<String> confirmationNumbers(RowResult row) {
    return Rows.exchanges(row).stream()
        .map(this::find)
        .filter(Objects::nonNull)
        .filter(exchange -> exchange.direction() == Direction.MEWS_TO_CANDIDATE)
        .filter(exchange -> exchange.operation().equals("confirmGroup"))
        .flatMap(exchange -> numbers(exchange.requestBody()).stream())
        .distinct()
        .toList();
  }

  private static List<String> numbers(Body body) {
    try {
      JsonNode reservations = Json.mapper().readTree(body.stream()).path("reservations");
      return reservations.findValuesAsText("confirmationNumber");
    } catch (IOException e) {
      // Not JSON: an expectation of the row says so, here it only means that there is no number.
      return List.of();
    }
  }
}
