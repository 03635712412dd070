package channelcert.certification.catalogue.supplementary;

import static channelcert.certification.catalogue.CertificationTest.supplementary;
import static channelcert.certification.verdict.Basis.READ_BACK;
import static channelcert.certification.verdict.Basis.WIRE;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.catalogue.reservation.BookingSteps;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.reservation.ConfirmationChecks;
import channelcert.certification.verdict.reservation.DeliveryChecks;
import channelcert.certification.verdict.reservation.NotedBooking;
import channelcert.certification.verdict.reservation.ReadBackCheck;
import channelcert.certification.verdict.reservation.SpecialBookings;
import channelcert.contract.driver.BookingOrder;
import channelcert.contract.driver.ProductOrder;
import channelcert.mews.property.Property.Pair;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** SUP-11: the total of a booking is not the sum of its reservations (vector 13.5). */
final class DifferingTotal {
  private static final NotedBooking BOOKING = new NotedBooking("booking");
  private static final String NIGHTS = "nights";
  private static final int DAYS_AHEAD = 210;

  private DifferingTotal() {}

  static CertificationTest row() {
    return supplementary("SUP-11", "supplementary/differing-total")
        .title("Group total that differs from the sum")
        .scenario(
            "A booking of two reservations with an extra is sent with a total 5.00 above their sum;"
                + " Mews spreads the difference over the nights.")
        .claimedBy(capabilities -> capabilities.extras())
        .step(DifferingTotal::book)
        .expect(
            "delivered",
            "the message of the booking reaches Process group",
            WIRE,
            DeliveryChecks.delivered(BOOKING))
        .expect(
            "accepted", "Mews processes it without error", WIRE, DeliveryChecks.accepted(BOOKING))
        .expect(
            "total",
            "the message carries the total of the channel",
            WIRE,
            SpecialBookings.totalAsOrdered(BOOKING))
        .expect(
            "distributed",
            "Mews spreads the difference over the nights",
            READ_BACK,
            SpecialBookings.distributed(BOOKING, NIGHTS))
        .expect(
            "confirmation-answered",
            "the candidate takes the confirmation",
            WIRE,
            ConfirmationChecks.answered(BOOKING))
        .expect(
            "read-back",
            "the extranet shows the booking as confirmed",
            READ_BACK,
            ReadBackCheck.readBack(BOOKING, "CONFIRMED"))
        .build();
  }

  private static void book(Stage stage) throws InterruptedException {
    LocalDate arrival = stage.today().plusDays(DAYS_AHEAD + stage.random().nextInt(10));
    Pair pair = stage.mews().pairs().getFirst();
    stage.note(NIGHTS, "100.89, 121.07, 100.89, 121.07, 121.08");
    BookingOrder order =
        Orders.order(
                stage,
                "S11",
                List.of(
                    Orders.reservation("01", pair, arrival, "100.00", "120.00").build(),
                    Orders.reservation("02", pair, arrival, "100.00", "120.00", "120.00")
                        .products(List.of(new ProductOrder("PRK", 1, new BigDecimal("20.00"))))
                        .build()))
            .totalAmount(new BigDecimal("585.00"))
            .build();
    BookingSteps.perform(
        stage, BOOKING, order.channelManagerId(), driver -> driver.sendBooking(order));
  }
}
