package channelcert.certification.verdict.reservation;

import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.Finding;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.OldForm;
import channelcert.certification.verdict.lesson.Cause;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What a booking has to say besides its amounts. */
public final class ContentChecks {
  private static final List<String> OF_A_RESERVATION =
      List.of("code", "spaceTypeCode", "ratePlanCode", "from", "to");

  private ContentChecks() {}

  /** Nothing is left out that a complete definition needs (domain reference 3.14, 4.9). */
  public static Check complete(NotedBooking noted) {
    String expected =
        "a complete definition: channelId, currencyCode, totalAmount and customer of the booking;"
            + " code, category, rate, days, guests and amounts of each reservation";
    return noted.onMessage(expected, (booking, message) -> completeness(expected, message));
  }

  private static Finding completeness(String expected, Message message) {
    JsonNode group = message.request();
    Deviations deviations = new Deviations().because(Cause.PARTIAL_DEFINITION);
    needText("channelId", group.path("channelId"), deviations);
    needText("currencyCode", group.path("currencyCode"), deviations);
    needText("customer.lastName", group.path("customer").path("lastName"), deviations);
    needObject("totalAmount", group.path("totalAmount"), deviations);
    List<WrittenReservation> active = WrittenReservation.active(group);
    if (active.isEmpty()) {
      deviations.add("reservations", Wire.show(group.path("reservations")), "a filled list");
    }
    active.forEach(reservation -> needReservation(reservation, deviations));
    return deviations.finding(
        expected,
        "complete, " + active.size() + " reservations",
        "Send the whole booking every time; Mews takes a message as the complete definition, never"
            + " as a difference.",
        List.of(message.id()));
  }

  private static void needReservation(WrittenReservation reservation, Deviations deviations) {
    JsonNode json = reservation.json();
    OF_A_RESERVATION.forEach(
        field -> needText(reservation.path(field), json.path(field), deviations));
    needObject(reservation.path("totalAmount"), json.path("totalAmount"), deviations);
    if (json.path("amounts").isEmpty()) {
      deviations.add(
          reservation.path("amounts"), Wire.show(json.path("amounts")), "one amount a night");
    }
    if (json.path("guestCounts").isEmpty() && !Wire.isInteger(json.path("adultCount"))) {
      deviations.add(
          reservation.path("guestCounts"), Wire.show(json.path("guestCounts")), "a filled list");
    }
  }

  private static void needText(String path, JsonNode value, Deviations deviations) {
    if (!value.isTextual() || value.textValue().isBlank()) {
      deviations.add(path, Wire.show(value), "a text");
    }
  }

  private static void needObject(String path, JsonNode value, Deviations deviations) {
    if (!value.isObject() || value.isEmpty()) {
      deviations.add(path, Wire.show(value), "an amount");
    }
  }

  /** The payment type is one of the published ones. */
  public static Check paymentType(NotedBooking noted) {
    String expected = "paymentType 1 (prepaid), 2 (preauthorised) or 3 (on site)";
    return noted.onMessage(
        expected,
        (booking, message) -> {
          JsonNode type = message.request().path("paymentType");
          Deviations deviations = new Deviations();
          if (!Wire.isInteger(type) || type.intValue() < 1 || type.intValue() > 3) {
            deviations.add("paymentType", Wire.show(type), "1, 2 or 3");
          }
          return deviations.finding(
              expected,
              "paymentType " + Wire.show(type),
              "Tell the property who collects the money; the type is needed unless cancelling.",
              List.of(message.id()));
        });
  }

  /** The channel that produced the booking is named by its code. */
  public static Check channel(NotedBooking noted) {
    String expected = "one primary source with the code of the channel";
    return noted.onMessage(expected, (booking, message) -> channelCode(expected, booking, message));
  }

  private static Finding channelCode(String expected, BookingEvidence booking, Message message) {
    JsonNode group = message.request();
    Deviations deviations = new Deviations().because(Cause.CHANNEL_MISSING);
    List<JsonNode> primary =
        group.path("sources").valueStream().filter(ContentChecks::isPrimary).toList();
    JsonNode code = group.path("channel").path("code");
    if (!group.path("sources").isEmpty()) {
      code =
          primary.isEmpty()
              ? group.path("sources").path(0).path("code")
              : primary.getFirst().path("code");
      if (primary.size() != 1) {
        deviations.add("sources", "a list with " + primary.size() + " primary ones", "one primary");
      }
    } else if (Wire.present(code)) {
      deviations.note(OldForm.CHANNEL.sentence());
    }
    compareCode(code, booking, deviations);
    return deviations.finding(
        expected,
        "channel code " + Wire.show(code),
        "Name the channel in sources, with the code that Get channels lists and isPrimary true;"
            + " the older field channel.code also counts.",
        List.of(message.id()));
  }

  private static boolean isPrimary(JsonNode source) {
    return source.path("isPrimary").isBoolean() && source.path("isPrimary").booleanValue();
  }

  private static void compareCode(JsonNode code, BookingEvidence booking, Deviations deviations) {
    JsonNode ordered =
        booking
            .order()
            .map(order -> BookingEvidence.orderedBooking(order).path("sourceCode"))
            .filter(Wire::isInteger)
            .orElse(code);
    if (!Wire.isInteger(code)) {
      deviations.add("sources[].code", Wire.show(code), "the code of a channel");
    } else if (code.intValue() != ordered.asInt()) {
      deviations.add("sources[].code", Wire.show(code), Wire.show(ordered) + " as ordered");
    }
  }
}
