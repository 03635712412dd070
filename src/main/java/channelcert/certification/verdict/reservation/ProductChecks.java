package channelcert.certification.verdict.reservation;

import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.Finding;
import channelcert.certification.verdict.Message;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a booking with a product has to show. */
public final class ProductChecks {
  /** Fact: codes of the mapped products, separated by commas. */
  public static final String PRODUCTS = "products";

  private ProductChecks() {}

  private record Extra(String path, JsonNode json) {}

  /** At least one product, each under a mapped code, with a published pricing and a count. */
  public static Check mapped(NotedBooking noted) {
    String expected = "extras with a mapped product code, pricing 1 to 4 and a count above 0";
    return noted.onMessage(
        expected,
        (booking, message) -> {
          List<String> known = Arrays.asList(booking.row().fact(PRODUCTS).split(",", -1));
          Deviations deviations = new Deviations();
          List<Extra> extras = extras(message.request());
          if (extras.isEmpty()) {
            deviations.add("reservations[].extras", "empty", "a list with the product");
          }
          extras.forEach(extra -> checkExtra(extra, known, deviations));
          return deviations.finding(
              expected,
              "products " + extras.stream().map(extra -> Wire.text(extra.json(), "code")).toList(),
              "Map the product in your extranet to the code that Get configuration lists, and send"
                  + " it in extras of the reservation.",
              List.of(message.id()));
        });
  }

  private static List<Extra> extras(JsonNode group) {
    List<Extra> extras = new ArrayList<>();
    for (WrittenReservation reservation : WrittenReservation.active(group)) {
      int place = 0;
      for (JsonNode json : reservation.json().path("extras")) {
        extras.add(new Extra(reservation.path("extras[" + place++ + "]"), json));
      }
    }
    return extras;
  }

  private static void checkExtra(Extra extra, List<String> known, Deviations deviations) {
    JsonNode json = extra.json();
    if (!known.contains(Wire.text(json, "code"))) {
      deviations.add(extra.path() + ".code", Wire.show(json.path("code")), "one of " + known);
    }
    JsonNode pricing = json.path("pricing");
    if (!Wire.isInteger(pricing) || pricing.intValue() < 1 || pricing.intValue() > 4) {
      deviations.add(extra.path() + ".pricing", Wire.show(pricing), "1, 2, 3 or 4");
    }
    JsonNode count = json.path("count");
    if (!Wire.isInteger(count) || count.intValue() < 1) {
      deviations.add(extra.path() + ".count", Wire.show(count), "1 or more");
    }
  }

  /** Each line has its amount, as ordered where a driver took an order. */
  public static Check amounts(NotedBooking noted, PriceSide side) {
    String expected =
        "a " + side.field() + " amount for the whole line of each product, as ordered";
    return noted.onMessage(
        expected, (booking, message) -> lineAmounts(expected, booking, message, side));
  }

  private static Finding lineAmounts(
      String expected, BookingEvidence booking, Message message, PriceSide side) {
    Deviations deviations = new Deviations();
    List<Extra> extras = extras(message.request());
    for (Extra extra : extras) {
      JsonNode amount = extra.json().path("amount").path(side.field());
      if (Wire.number(amount).isEmpty()) {
        deviations.add(extra.path() + ".amount." + side.field(), Wire.show(amount), "a number");
      }
    }
    booking.order().ifPresent(order -> compareOrder(order, extras, side, deviations));
    return deviations.finding(
        expected,
        extras.size() + " lines",
        "amount is the total of the line, not the price of one unit; it is part of the totals of"
            + " reservation and booking.",
        List.of(message.id()));
  }

  private static void compareOrder(
      Message order, List<Extra> extras, PriceSide side, Deviations deviations) {
    for (JsonNode reservation : BookingEvidence.orderedBooking(order).path("reservations")) {
      for (JsonNode product : reservation.path("products")) {
        String code = Wire.text(product, "code");
        Optional<Extra> extra = withCode(extras, code);
        if (extra.isEmpty()) {
          deviations.add("the ordered product " + code + " is not in the message");
          continue;
        }
        String path = extra.get().path();
        JsonNode json = extra.get().json();
        BigDecimal amount = product.path("amount").decimalValue();
        deviations.number(
            path + ".amount." + side.field(), json.path("amount").path(side.field()), amount);
        deviations.number(
            path + ".count", json.path("count"), product.path("count").decimalValue());
      }
    }
  }

  private static Optional<Extra> withCode(List<Extra> extras, String code) {
    return extras.stream()
        .filter(extra -> Wire.text(extra.json(), "code").equals(code))
        .findFirst();
  }

  /** The Mews side holds each product with count and amount. */
  public static Check stored(NotedBooking noted, PriceSide side) {
    String expected = "each product on the reservation stored at Mews";
    return noted.onMessage(
        expected,
        (booking, message) ->
            StoredChecks.storedGroup(booking, message)
                .map(group -> held(expected, group, booking, message, side))
                .orElseGet(() -> StoredChecks.notStored(expected, booking, message)));
  }

  private static Finding held(
      String expected, JsonNode group, BookingEvidence booking, Message message, PriceSide side) {
    Deviations deviations = new Deviations();
    var stored = StoredChecks.activeReservations(group);
    int lines = 0;
    for (WrittenReservation reservation : WrittenReservation.active(message.request())) {
      JsonNode held = stored.getOrDefault(reservation.code(), MissingNode.getInstance());
      for (JsonNode extra : reservation.json().path("extras")) {
        lines++;
        compareHeld(reservation.code(), extra, held.path("extras"), side, deviations);
      }
    }
    if (lines == 0) {
      deviations.add("the message has no product that could be stored");
    }
    return deviations.finding(
        expected,
        lines + " lines stored",
        "Send the product in extras of an active reservation, with its mapped code.",
        StoredChecks.exchanges(booking, message));
  }

  private static void compareHeld(
      String reservation, JsonNode extra, JsonNode held, PriceSide side, Deviations deviations) {
    String code = Wire.text(extra, "code");
    boolean there =
        held.valueStream()
            .filter(line -> Wire.text(line, "code").equals(code))
            .filter(line -> line.path("count").asInt() == extra.path("count").asInt())
            .anyMatch(line -> sameAmount(line.path(side.field()), extra, side));
    if (!there) {
      deviations.add(
          "the products stored for " + reservation,
          Wire.show(held),
          "with "
              + extra.path("count")
              + " "
              + code
              + " for "
              + Wire.show(extra.path("amount").path(side.field())));
    }
  }

  private static boolean sameAmount(JsonNode line, JsonNode extra, PriceSide side) {
    Optional<BigDecimal> stored = Wire.number(line);
    Optional<BigDecimal> sent = Wire.number(extra.path("amount").path(side.field()));
    return stored.isPresent() && sent.isPresent() && Wire.same(stored.get(), sent.get());
  }
}
