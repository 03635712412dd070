package channelcert.fault;

import static channelcert.fault.Behaviours.dropRequest;
import static channelcert.fault.Behaviours.onRequest;
import static channelcert.fault.Endpoint.UPDATE_PRICES;
import static channelcert.fault.Fault.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What can be wrong with the prices that the extranet shows. */
final class PriceFaults {
  private static final String GROSS = "grossAmount";
  private static final String NET = "netAmount";
  private static final Endpoint CHOOSE_PRICING = new Endpoint(Party.CANDIDATE, "choosePricing");

  /** Breakfast of the reference property, a person and night. */
  private static final Map<String, BigDecimal> BREAKFAST =
      Map.of(GROSS, new BigDecimal("12.00"), NET, new BigDecimal("11.01"));

  private PriceFaults() {}

  static List<Fault> all() {
    return List.of(
        fault("price-net-shown-for-gross", "A gross extranet shows the gross amounts.")
            .foundBy("INV-2", "read-back", "INV-5", "INV-6")
            .as(onRequest(UPDATE_PRICES, (push, memory) -> copy(push, !memory.showsNet()))),
        fault("price-occupancies-above-two-lost", "There is a price for every number of guests.")
            .foundBy("INV-2", "read-back", "INV-3", "INV-5", "INV-6")
            .as(onRequest(UPDATE_PRICES, (push, memory) -> loseOccupancies(push))),
        fault("price-occupancies-swapped", "A price belongs to its number of guests.")
            .foundBy("INV-2", "read-back", "INV-3", "INV-5", "INV-6")
            .as(onRequest(UPDATE_PRICES, (push, memory) -> swapOccupancies(push))),
        fault("price-same-for-all-guests", "There is a price for every number of guests.")
            .foundBy("INV-2", "read-back", "INV-3", "INV-5", "INV-6")
            .as(onRequest(UPDATE_PRICES, (push, memory) -> sameForAll(push))),
        fault("price-for-one-guest-only", "There is a price for every number of guests.")
            .foundBy("INV-2", "read-back", "INV-3", "INV-5", "INV-6")
            .as(
                onRequest(
                    UPDATE_PRICES,
                    (push, memory) ->
                        Tree.each(
                            push,
                            "ratePrices",
                            e -> Tree.removeWhere(e, "prices", price -> guests(price) > 1)))),
        fault("price-rounded-to-tenths", "A price is shown to the cent.")
            .foundBy("INV-2", "read-back", "INV-3", "INV-5", "INV-6")
            .as(onRequest(UPDATE_PRICES, (push, memory) -> scale(push, 1))),
        fault("price-rounded-up", "A price is shown to the cent.")
            .foundBy("INV-2", "read-back", "INV-3", "INV-5", "INV-6")
            .as(onRequest(UPDATE_PRICES, (push, memory) -> roundUp(push))),
        fault("price-first-night-lost", "The first day of an interval is a night as well.")
            .foundBy("INV-2", "read-back", "INV-3", "INV-5", "INV-6")
            .as(
                onRequest(
                    UPDATE_PRICES,
                    (push, memory) -> Intervals.loseFirstNights(push, "ratePrices"))),
        fault("price-a-day-early", "A date is a calendar day, in no time zone.")
            .foundBy("INV-2", "read-back", "INV-3", "INV-5", "INV-6")
            .as(
                onRequest(
                    UPDATE_PRICES, (push, memory) -> Intervals.shift(push, "ratePrices", -1))),
        fault("price-of-one-rate-ignored", "Every mapped rate is updated.")
            .foundBy("INV-2", "read-back", "INV-3", "INV-6")
            .as(
                onRequest(
                    UPDATE_PRICES,
                    (push, memory) ->
                        Tree.removeWhere(
                            push,
                            "ratePrices",
                            e -> e.path("ratePlanCode").asText().equals("NRF")))),
        fault("price-cents-lost", "A price is shown to the cent.")
            .foundBy("INV-2", "read-back", "INV-3", "INV-5", "INV-6")
            .as(onRequest(UPDATE_PRICES, (push, memory) -> loseCents(push))),
        fault("price-last-night-lost", "The last day of an interval is a night as well.")
            .foundBy("INV-2", "read-back", "INV-3", "INV-5", "INV-6")
            .as(
                onRequest(
                    UPDATE_PRICES, (push, memory) -> Intervals.loseLastNights(push, "ratePrices"))),
        fault("price-gross-shown-for-net", "A net extranet shows the net amounts.")
            .foundBy("INV-3", "read-back")
            .as(onRequest(UPDATE_PRICES, (push, memory) -> copyGross(push, memory.showsNet()))),
        fault("net-pricing-not-switched-on", "The extranet can be told to work with net prices.")
            .foundBy("INV-3", "read-back")
            .as(dropRequest(CHOOSE_PRICING, order -> Answer.of(204, "application/json", ""))),
        fault("package-price-without-product", "The product is part of the package price.")
            .foundBy("INV-5", "read-back")
            .as(onRequest(UPDATE_PRICES, (push, memory) -> withoutProduct(push))),
        fault("package-product-for-one-guest", "Each guest of a package gets the product.")
            .foundBy("INV-5", "read-back")
            .as(onRequest(UPDATE_PRICES, (push, memory) -> productForOneGuest(push))));
  }

  private static void sameForAll(ObjectNode push) {
    Tree.each(
        push,
        "ratePrices",
        entry ->
            Tree.each(
                entry,
                "prices",
                price ->
                    List.of(GROSS, NET)
                        .forEach(
                            side -> price.set(side, entry.path("prices").path(0).path(side)))));
  }

  private static void scale(ObjectNode push, int places) {
    eachPrice(
        push,
        price ->
            List.of(GROSS, NET)
                .forEach(
                    side ->
                        change(
                            price,
                            side,
                            price
                                .path(side)
                                .decimalValue()
                                .setScale(places, RoundingMode.HALF_UP))));
  }

  private static void roundUp(ObjectNode push) {
    eachPrice(
        push,
        price ->
            List.of(GROSS, NET)
                .forEach(
                    side ->
                        change(
                            price,
                            side,
                            price.path(side).decimalValue().setScale(0, RoundingMode.UP))));
  }

  private static void copy(ObjectNode push, boolean concerned) {
    if (concerned) {
      eachPrice(push, price -> price.set(GROSS, price.path(NET)));
    }
  }

  private static void copyGross(ObjectNode push, boolean concerned) {
    if (concerned) {
      eachPrice(push, price -> price.set(NET, price.path(GROSS)));
    }
  }

  private static void loseOccupancies(ObjectNode push) {
    Tree.each(
        push, "ratePrices", entry -> Tree.removeWhere(entry, "prices", price -> guests(price) > 2));
  }

  private static void swapOccupancies(ObjectNode push) {
    Tree.each(
        push,
        "ratePrices",
        entry -> {
          if (entry.path("prices").size() > 1) {
            Tree.each(entry, "prices", PriceFaults::swapOneAndTwo);
          }
        });
  }

  private static void swapOneAndTwo(ObjectNode price) {
    if (guests(price) <= 2) {
      price.put("guestCount", 3 - guests(price));
    }
  }

  private static void loseCents(ObjectNode push) {
    eachPrice(
        push,
        price -> {
          change(price, GROSS, price.path(GROSS).decimalValue().setScale(0, RoundingMode.DOWN));
          change(price, NET, price.path(NET).decimalValue().setScale(0, RoundingMode.DOWN));
        });
  }

  private static void withoutProduct(ObjectNode push) {
    eachPackagePrice(push, price -> lessBreakfasts(price, guests(price)));
  }

  private static void productForOneGuest(ObjectNode push) {
    eachPackagePrice(push, price -> lessBreakfasts(price, guests(price) - 1));
  }

  private static void lessBreakfasts(ObjectNode price, int count) {
    BREAKFAST.forEach(
        (side, amount) ->
            change(
                price,
                side,
                price.path(side).decimalValue().subtract(amount.multiply(new BigDecimal(count)))));
  }

  /** Only where the package is updated alone: other rows push it among all rates. */
  private static void eachPackagePrice(ObjectNode push, Consumer<ObjectNode> edit) {
    if (Tree.items(push, "ratePrices").allMatch(PriceFaults::isPackage)) {
      eachPrice(push, edit);
    }
  }

  private static boolean isPackage(ObjectNode entry) {
    return entry.path("ratePlanCode").asText().equals("PKG");
  }

  private static void eachPrice(ObjectNode push, Consumer<ObjectNode> edit) {
    Tree.each(push, "ratePrices", entry -> Tree.each(entry, "prices", edit));
  }

  private static void change(ObjectNode price, String side, BigDecimal amount) {
    price.put(side, amount);
  }

  private static int guests(ObjectNode price) {
    return price.path("guestCount").asInt();
  }
}
