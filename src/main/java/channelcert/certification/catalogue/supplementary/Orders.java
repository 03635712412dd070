package channelcert.certification.catalogue.supplementary;

import channelcert.certification.stage.Stage;
import channelcert.contract.driver.BookingOrder;
import channelcert.contract.driver.Person;
import channelcert.contract.driver.Pricing;
import channelcert.contract.driver.ReservationOrder;
import channelcert.mews.property.Property.Pair;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Orders for bookings that are not the usual ones. */
final class Orders {
  private Orders() {}

  static BookingOrder.Builder order(Stage stage, String name, List<ReservationOrder> reservations) {
    String nonce = String.format(Locale.ROOT, "%06X", stage.random().nextInt(1 << 24));
    return BookingOrder.builder()
        .channelManagerId("CC-" + nonce + "-" + name)
        .channelId("OTA-" + nonce + "-" + name)
        .pricing(Pricing.GROSS)
        .currencyCode(stage.mews().property().currencyCode())
        .customer(new Person("Noor", "Visser"))
        .reservations(reservations);
  }

  static ReservationOrder.Builder reservation(
      String code, Pair pair, LocalDate arrival, String... nights) {
    return ReservationOrder.builder()
        .code(code)
        .spaceTypeCode(pair.spaceTypeCode())
        .ratePlanCode(pair.ratePlanCode())
        .from(arrival)
        .to(arrival.plusDays(nights.length))
        .nightAmounts(java.util.Arrays.stream(nights).map(BigDecimal::new).toList())
        .adults(1)
        .children(0);
  }
}
