package channelcert.certification.verdict.reservation;

import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.Finding;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.Verdict;
import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks of the supplementary rows about bookings that are not the usual ones. */
public final class SpecialBookings {
  private static final int CANCELLED = 3;

  private SpecialBookings() {}

  /** A reservation is cancelled, by its state or by its absence; the others stay. */
  public static Check oneCancelled(NotedBooking noted, String codeFact) {
    String expected = "the reservation cancelled, by state 3 or by absence, the others not";
    return noted.onMessage(
        expected,
        (booking, message) -> {
          String code = booking.row().fact(codeFact);
          Deviations deviations = new Deviations();
          JsonNode reservations = message.request().path("reservations");
          List<String> active = new ArrayList<>();
          reservations.forEach(
              each -> {
                if (each.path("state").asInt() != CANCELLED) {
                  active.add(Wire.text(each, "code"));
                }
              });
          if (active.contains(code)) {
            deviations.add("reservation " + code + " is still defined");
          }
          if (active.isEmpty()) {
            deviations.add("the whole booking is cancelled");
          }
          return deviations.finding(
              expected,
              "active are " + active,
              "Repeat the reservations that stay; leave the cancelled one out or give it state 3.",
              List.of(message.id()));
        });
  }

  /** The message carries the total that was ordered, not the sum. */
  public static Check totalAsOrdered(NotedBooking noted) {
    String expected = "the group total as ordered";
    return noted.onMessage(
        expected,
        (booking, message) -> {
          JsonNode total = message.request().path("totalAmount").path("gross");
          Deviations deviations = new Deviations();
          orderedBooking(booking)
              .ifPresent(
                  order ->
                      deviations.number(
                          "totalAmount.gross", total, order.path("totalAmount").decimalValue()));
          return deviations.finding(
              expected,
              Wire.show(total),
              "Send the total of the channel, also where it is not the sum of the reservations.",
              List.of(message.id()));
        });
  }

  /** Mews stored the nights that a note names; a difference is our own fault. */
  public static Check distributed(NotedBooking noted, String fact) {
    String expected = "the difference spread over the nights, so that the total is met";
    return noted.onMessage(
        expected,
        (booking, message) -> {
          Optional<JsonNode> stored = StoredChecks.storedGroup(booking, message);
          if (stored.isEmpty()
              || totalAsOrdered(noted).judge(booking.row()).verdict() != Verdict.PASSED) {
            return Finding.missing(
                expected, "no such booking is stored", "See the expectations before.");
          }
          List<String> nights = new ArrayList<>();
          stored
              .get()
              .path("reservations")
              .forEach(
                  each ->
                      each.path("nightsGross")
                          .forEach(night -> nights.add(two(night.decimalValue()))));
          Deviations deviations = new Deviations();
          String found = String.join(", ", nights);
          if (!found.equals(booking.row().fact(fact))) {
            deviations.add("the nights", found, booking.row().fact(fact));
          }
          return deviations.ownFinding(expected, found, StoredChecks.exchanges(booking, message));
        });
  }

  /** A product with a negative amount stands in the message as ordered. */
  public static Check negativeExtra(NotedBooking noted) {
    String expected = "the extra with its negative amount";
    return noted.onMessage(
        expected,
        (booking, message) -> {
          List<JsonNode> negative = new ArrayList<>();
          message
              .request()
              .findValues("extras")
              .forEach(
                  list ->
                      list.forEach(
                          each -> {
                            if (each.path("amount").path("gross").decimalValue().signum() < 0) {
                              negative.add(each);
                            }
                          }));
          return negative.isEmpty()
              ? Finding.failed(
                  expected,
                  "no extra with a negative amount",
                  "Send a discount as an extra with a negative amount.",
                  List.of(message.id()))
              : Finding.passed(expected, negative.getFirst().toString(), List.of(message.id()));
        });
  }

  /** A night with a negative price stands in the message, so that it has to be refused. */
  public static Check negativeNight(NotedBooking noted) {
    String expected = "a night with a negative price";
    return noted.onMessage(
        expected,
        (booking, message) -> {
          for (JsonNode list : message.request().findValues("amounts")) {
            for (JsonNode night : list) {
              if (night.path("gross").decimalValue().signum() < 0) {
                return Finding.passed(expected, night.toString(), List.of(message.id()));
              }
            }
          }
          return Finding.failed(
              expected,
              "none",
              "Send the booking exactly as ordered: sendInvalidBooking skips your own checks.",
              List.of(message.id()));
        });
  }

  /** The message names a channel by its name alone. */
  public static Check unknownChannel(NotedBooking noted, String nameFact) {
    String expected = "a source with \"code\": null and the name of the channel";
    return noted.onMessage(
        expected,
        (booking, message) -> {
          String name = booking.row().fact(nameFact);
          for (JsonNode source : message.request().path("sources")) {
            if (!Wire.present(source.path("code")) && Wire.text(source, "name").equals(name)) {
              return Finding.passed(expected, source.toString(), List.of(message.id()));
            }
          }
          return Finding.failed(
              expected,
              Wire.show(message.request().path("sources")),
              "Name a channel that Get channels does not list by its name, with code null.",
              List.of(message.id()));
        });
  }

  /** Mews lists the channel from then on, after all others. */
  public static Check channelListed(NotedBooking noted, String nameFact, Check named) {
    String expected = "Get channels lists the new channel last";
    return row -> {
      if (named.judge(row).verdict() != Verdict.PASSED) {
        return Finding.missing(expected, "no new channel was named", "See the expectation before.");
      }
      List<Message> looks = row.messages(Direction.MEWS_STATE, "channels");
      JsonNode channels = looks.getLast().answer().path("channels");
      JsonNode last = channels.path(channels.size() - 1);
      if (!Wire.text(last, "name").equals(row.fact(nameFact))) {
        throw new IllegalStateException("Mews does not list the channel last, but " + last);
      }
      return Finding.passed(expected, last.toString(), List.of(looks.getLast().id()));
    };
  }

  private static Optional<JsonNode> orderedBooking(BookingEvidence booking) {
    return booking.order().map(BookingEvidence::orderedBooking);
  }

  private static String two(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
