package channelcert.certification.verdict.reservation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One reservation as it stands in a Process group message.
 *
 * @param index place in the message, from 0
 */
record WrittenReservation(int index, JsonNode json) {
  private static final int CANCELLED = 3;

  /** Every reservation of a message, in order; none when the field is absent, null or empty. */
  static List<WrittenReservation> all(JsonNode group) {
    List<WrittenReservation> all = new ArrayList<>();
    for (JsonNode json : group.path("reservations")) {
      all.add(new WrittenReservation(all.size(), json));
    }
    return all;
  }

  /** The reservations that the message does not cancel. */
  static List<WrittenReservation> active(JsonNode group) {
    return all(group).stream().filter(reservation -> !reservation.cancelled()).toList();
  }

  /** The reservations that the message does not cancel, by code; of equal codes the last. */
  static Map<String, WrittenReservation> activeByCode(JsonNode group) {
    Map<String, WrittenReservation> byCode = new LinkedHashMap<>();
    active(group).forEach(reservation -> byCode.put(reservation.code(), reservation));
    return byCode;
  }

  String code() {
    return Wire.text(json, "code");
  }

  boolean cancelled() {
    return Wire.isInteger(json.path("state")) && json.path("state").intValue() == CANCELLED;
  }

  /** Where a field of it stands in the message. */
  String path(String field) {
    return "reservations[" + index + "]." + field;
  }

  String path(String array, int place, String field) {
    return path(array + "[" + place + "]") + "." + field;
  }

  Optional<LocalDate> arrival() {
    return Wire.day(json.path("from"));
  }

  Optional<LocalDate> departure() {
    return Wire.day(json.path("to"));
  }

  /** The nights of the stay, departure excluded; none when a day is missing or out of order. */
  List<LocalDate> nights() {
    if (arrival().isEmpty()
        || departure().isEmpty()
        || departure().get().isBefore(arrival().get())
        || ChronoUnit.DAYS.between(arrival().get(), departure().get()) > 366) {
      return List.of();
    }
    return arrival().get().datesUntil(departure().get()).toList();
  }

  String stay() {
    return Wire.show(json.path("from")) + " to " + Wire.show(json.path("to"));
  }
}
