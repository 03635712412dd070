package channelcert.certification.verdict.reservation;

import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.RowEvidence;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Mews confirmed of a booking in the rows before. */
final class History {
  private final List<JsonNode> definitions = new ArrayList<>();
  private final Map<String, String> numbers = new LinkedHashMap<>();

  /** Reads the rows in the given order; rows without evidence are passed over. */
  static History of(BookingEvidence booking, List<String> earlierRows) {
    History history = new History();
    for (String id : earlierRows) {
      RowEvidence row = booking.row().earlier().get(id);
      if (row != null) {
        history.add(new BookingEvidence(row, booking.nonce()));
      }
    }
    return history;
  }

  private void add(BookingEvidence booking) {
    for (Message message : booking.deliveries()) {
      booking
          .success(message)
          .ifPresent(
              confirmation -> {
                definitions.add(message.request());
                pairs(confirmation.request()).forEach(numbers::putIfAbsent);
              });
    }
  }

  /** This history where the message is about the same booking, an empty one where it is not. */
  History of(JsonNode group) {
    boolean same = !isEmpty() && Wire.text(group, "channelManagerId").equals(channelManagerId());
    return same ? this : new History();
  }

  boolean isEmpty() {
    return definitions.isEmpty();
  }

  /** The definition in force before the row. */
  JsonNode last() {
    return definitions.getLast();
  }

  String channelManagerId() {
    return Wire.text(definitions.getFirst(), "channelManagerId");
  }

  /** Codes of the reservations that were active before the row. */
  Set<String> activeCodes() {
    return isEmpty() ? Set.of() : WrittenReservation.activeByCode(last()).keySet();
  }

  /** The first confirmed number of every reservation the booking ever had, by code. */
  Map<String, String> numbers() {
    return numbers;
  }

  /** Code and number of every reservation that a Confirm booking names. */
  static Map<String, String> pairs(JsonNode confirmation) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (JsonNode pair : confirmation.path("reservations")) {
      pairs.put(Wire.text(pair, "code"), Wire.text(pair, "confirmationNumber"));
    }
    return pairs;
  }
}
