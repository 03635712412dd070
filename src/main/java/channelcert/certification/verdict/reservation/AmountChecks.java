package channelcert.certification.verdict.reservation;

import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.Finding;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.lesson.Cause;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The amount rules of a booking (domain reference 7.5, 1 to 3 and 6). */
public final class AmountChecks {
  private AmountChecks() {}

  /** One amount for each night, and totals that add up, on every side that the booking carries. */
  public static Check amounts(NotedBooking noted) {
    String expected =
        "one amount a night; a reservation total of its nights and extras; a group total of its"
            + " active reservations";
    return noted.onMessage(expected, (booking, message) -> addsUp(expected, message));
  }

  private static Finding addsUp(String expected, Message message) {
    JsonNode group = message.request();
    Deviations deviations = new Deviations().because(Cause.TOTAL_NOT_SUM);
    List<PriceSide> sides =
        Stream.of(PriceSide.values())
            .filter(side -> Wire.present(group.path("totalAmount").path(side.field())))
            .toList();
    if (sides.isEmpty()) {
      deviations.add("totalAmount", Wire.show(group.path("totalAmount")), "a gross or net amount");
    }
    sides.forEach(side -> checkGroup(group, side, deviations));
    return deviations.finding(
        expected,
        "totals add up, group total " + Wire.show(group.path("totalAmount")),
        "Compute the totals from the amounts that are sent, without rounding in between; Mews would"
            + " otherwise spread the difference over the nights.",
        List.of(message.id()));
  }

  private static void checkGroup(JsonNode group, PriceSide side, Deviations deviations) {
    BigDecimal sum = BigDecimal.ZERO;
    for (WrittenReservation reservation : WrittenReservation.active(group)) {
      checkReservation(reservation, side, deviations);
      sum = sum.add(amount(reservation.json().path("totalAmount"), side).orElse(BigDecimal.ZERO));
    }
    deviations.number(
        "totalAmount." + side.field(), group.path("totalAmount").path(side.field()), sum);
  }

  private static void checkReservation(
      WrittenReservation reservation, PriceSide side, Deviations deviations) {
    JsonNode nights = reservation.json().path("amounts");
    int wanted = reservation.nights().size();
    if (nights.size() != wanted) {
      deviations.because(Cause.AMOUNT_COUNT);
      deviations.add(
          reservation.path("amounts"),
          "a list of " + nights.size(),
          wanted + ", one for each night from " + reservation.stay());
    }
    BigDecimal sum =
        sum(reservation, "amounts", nights, "", side, deviations)
            .add(
                sum(
                    reservation,
                    "extras",
                    reservation.json().path("extras"),
                    "amount",
                    side,
                    deviations));
    deviations.number(
        reservation.path("totalAmount." + side.field()),
        reservation.json().path("totalAmount").path(side.field()),
        sum);
  }

  private static BigDecimal sum(
      WrittenReservation reservation,
      String array,
      JsonNode entries,
      String inside,
      PriceSide side,
      Deviations deviations) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int place = 0; place < entries.size(); place++) {
      JsonNode entry = entries.path(place);
      JsonNode amount = inside.isEmpty() ? entry : entry.path(inside);
      Optional<BigDecimal> value = amount(amount, side);
      if (value.isEmpty()) {
        String field = inside.isEmpty() ? side.field() : inside + "." + side.field();
        deviations.add(
            reservation.path(array, place, field),
            Wire.show(amount.path(side.field())),
            "a number");
      }
      sum = sum.add(value.orElse(BigDecimal.ZERO));
    }
    return sum;
  }

  private static Optional<BigDecimal> amount(JsonNode amount, PriceSide side) {
    return Wire.number(amount.path(side.field()));
  }

  /** Every amount of the booking carries that side and no other. */
  public static Check onlySide(NotedBooking noted, PriceSide side) {
    String expected = "every amount with " + side.field() + " only";
    return noted.onMessage(expected, (booking, message) -> oneSide(expected, message, side));
  }

  private static Finding oneSide(String expected, Message message, PriceSide side) {
    Deviations deviations = new Deviations().because(Cause.OTHER_SIDE_SENT);
    checkSide("totalAmount", message.request().path("totalAmount"), side, deviations);
    for (WrittenReservation reservation : WrittenReservation.active(message.request())) {
      JsonNode json = reservation.json();
      checkSide(reservation.path("totalAmount"), json.path("totalAmount"), side, deviations);
      for (int night = 0; night < json.path("amounts").size(); night++) {
        checkSide(
            reservation.path("amounts[" + night + "]"),
            json.path("amounts").path(night),
            side,
            deviations);
      }
      for (int line = 0; line < json.path("extras").size(); line++) {
        checkSide(
            reservation.path("extras", line, "amount"),
            json.path("extras").path(line).path("amount"),
            side,
            deviations);
      }
    }
    return deviations.finding(
        expected,
        "only " + side.field() + " amounts",
        "Send "
            + side.field()
            + " prices for this booking and leave "
            + side.other().field()
            + " out everywhere; Mews derives the other side from the tax of the property.",
        List.of(message.id()));
  }

  private static void checkSide(
      String path, JsonNode amount, PriceSide side, Deviations deviations) {
    if (Wire.number(amount.path(side.field())).isEmpty()) {
      deviations.add(path + "." + side.field(), Wire.show(amount.path(side.field())), "a number");
    }
    JsonNode other = amount.path(side.other().field());
    if (Wire.present(other)) {
      deviations.add(path + "." + side.other().field(), Wire.show(other), "absent");
    }
  }
}
