package channelcert.certification.catalogue.supplementary;

import static channelcert.certification.catalogue.CertificationTest.supplementary;
import static channelcert.certification.verdict.Basis.READ_BACK;
import static channelcert.certification.verdict.Basis.WIRE;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.catalogue.reservation.BookingSteps;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.InvalidBooking;
import channelcert.certification.verdict.reservation.DeliveryChecks;
import channelcert.certification.verdict.reservation.NotedBooking;
import channelcert.certification.verdict.reservation.SpecialBookings;
import channelcert.certification.verdict.reservation.StoredChecks;
import channelcert.contract.driver.BookingOrder;
import channelcert.contract.driver.ProductOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** SUP-12: a discount is an extra with a negative amount; a night never is negative. */
final class NegativeAmounts {
  private static final NotedBooking BOOKING = new NotedBooking("booking");
  private static final NotedBooking WRONG = new NotedBooking("wrong");
  private static final InvalidBooking REFUSED = InvalidBooking.noted("wrong");
  private static final int DAYS_AHEAD = 230;

  private NegativeAmounts() {}

  static CertificationTest row() {
    return supplementary("SUP-12", "supplementary/negative-amounts")
        .title("Negative extra accepted, negative night refused")
        .scenario(
            "A booking with a discount as a negative extra is sent and accepted; one with a"
                + " negative night is sent, refused and not repeated.")
        .claimedBy(capabilities -> capabilities.extras())
        .step(NegativeAmounts::discount)
        .step(NegativeAmounts::negativeNight)
        .expect(
            "delivered",
            "the message of the discount reaches Process group",
            WIRE,
            DeliveryChecks.delivered(BOOKING))
        .expect(
            "extra",
            "the discount stands in the message",
            WIRE,
            SpecialBookings.negativeExtra(BOOKING))
        .expect(
            "accepted", "Mews processes it without error", WIRE, DeliveryChecks.accepted(BOOKING))
        .expect(
            "stored",
            "Mews has stored what the message says",
            READ_BACK,
            StoredChecks.stored(BOOKING))
        .expect(
            "negative-night",
            "the second booking has a negative night",
            WIRE,
            SpecialBookings.negativeNight(WRONG))
        .expect("refused", "Mews refuses the negative night with code 7", WIRE, REFUSED.isRefused())
        .expect("not-repeated", "the candidate does not repeat it", WIRE, REFUSED.isNotRepeated())
        .build();
  }

  private static void discount(Stage stage) throws InterruptedException {
    LocalDate arrival = stage.today().plusDays(DAYS_AHEAD + stage.random().nextInt(10));
    BookingOrder order =
        Orders.order(
                stage,
                "S12",
                List.of(
                    Orders.reservation(
                            "01", stage.mews().pairs().getFirst(), arrival, "100.00", "120.00")
                        .products(List.of(new ProductOrder("PRK", 1, new BigDecimal("-15.50"))))
                        .build()))
            .build();
    BookingSteps.perform(
        stage, BOOKING, order.channelManagerId(), driver -> driver.sendBooking(order));
  }

  private static void negativeNight(Stage stage) throws InterruptedException {
    LocalDate arrival = stage.today().plusDays(DAYS_AHEAD + stage.random().nextInt(10));
    BookingOrder order =
        Orders.order(
                stage,
                "N12",
                List.of(
                    Orders.reservation(
                            "01", stage.mews().pairs().getFirst(), arrival, "150.00", "-20.00")
                        .build()))
            .build();
    stage.note("watched", stage.observationWindow().toSeconds() + " s");
    BookingSteps.perform(
        stage, WRONG, order.channelManagerId(), driver -> driver.sendInvalidBooking(order));
    Repetition.watch(stage, order.channelManagerId());
  }
}
