package channelcert.fault;

import static channelcert.fault.Fault.fault;
import static channelcert.fault.Groups.add;
import static channelcert.fault.Groups.eachReservation;
import static channelcert.fault.Groups.onGroup;
import static channelcert.fault.Groups.sumUp;
import static channelcert.fault.Step.withProduct;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/** What can be wrong with the products of a booking. */
final class ProductFaults {
  private ProductFaults() {}

  static List<Fault> all() {
    return List.of(
        fault("product-code-wrong", "A product has its mapped code.")
            .foundBy("RES-13", "product-mapped-gross")
            .as(
                onGroup(
                    withProduct(),
                    group ->
                        eachReservation(
                            group,
                            reservation ->
                                Tree.each(
                                    reservation, "extras", extra -> extra.put("code", "EXTRA"))))),
        fault("product-not-in-total", "A total includes the products.")
            .foundBy("RES-13", "amounts-gross")
            .as(onGroup(withProduct(), group -> withoutProducts(group, false))),
        fault("product-lost", "An ordered product is sent.")
            .foundBy("RES-13", "product-mapped-gross")
            .as(onGroup(withProduct(), group -> withoutProducts(group, true))));
  }

  private static void withoutProducts(ObjectNode group, boolean lost) {
    eachReservation(
        group,
        reservation -> {
          Tree.each(reservation, "extras", extra -> takeFromTotal(reservation, extra));
          if (lost) {
            reservation.remove("extras");
          }
        });
    sumUp(group);
  }

  private static void takeFromTotal(ObjectNode reservation, ObjectNode extra) {
    for (String side : List.of("gross", "net")) {
      BigDecimal amount = extra.path("amount").path(side).decimalValue();
      if (reservation.path("totalAmount").has(side)) {
        add(reservation.path("totalAmount"), amount.negate());
      }
    }
  }
}
