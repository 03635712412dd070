package channelcert.certification.catalogue.supplementary;

import static channelcert.certification.catalogue.CertificationTest.supplementary;
import static channelcert.certification.verdict.Basis.READ_BACK;
import static channelcert.certification.verdict.Basis.WIRE;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.catalogue.reservation.BookingOrderMapper;
import channelcert.certification.catalogue.reservation.BookingPlan;
import channelcert.certification.catalogue.reservation.BookingPlanner;
import channelcert.certification.catalogue.reservation.BookingSteps;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.reservation.ConfirmationChecks;
import channelcert.certification.verdict.reservation.DeliveryChecks;
import channelcert.certification.verdict.reservation.NotedBooking;
import channelcert.certification.verdict.reservation.ReadBackCheck;
import channelcert.certification.verdict.reservation.SpecialBookings;
import channelcert.certification.verdict.reservation.StoredChecks;
import java.util.SplittableRandom;

/** SUP-10: one reservation of a booking is cancelled, the others stay. */
final class PartialCancellation {
  private static final NotedBooking BOOKING = new NotedBooking("booking");
  private static final String CODE = "cancelled-code";
  private static final int DAYS_AHEAD = 180;

  private PartialCancellation() {}

  static CertificationTest row() {
    return supplementary("SUP-10", "supplementary/partial-cancellation")
        .title("Partial cancellation of a booking")
        .scenario(
            "A booking of three reservations is sent; then one of them is cancelled at the channel"
                + " and the others are repeated.")
        .step(PartialCancellation::book)
        .expect(
            "delivered",
            "the message of the booking reaches Process group",
            WIRE,
            DeliveryChecks.delivered(BOOKING))
        .expect(
            "accepted", "Mews processes it without error", WIRE, DeliveryChecks.accepted(BOOKING))
        .expect(
            "one-cancelled",
            "one reservation is cancelled and the others are repeated",
            WIRE,
            SpecialBookings.oneCancelled(BOOKING, CODE))
        .expect(
            "confirmation-answered",
            "the candidate takes the confirmation",
            WIRE,
            ConfirmationChecks.answered(BOOKING))
        .expect(
            "stored",
            "Mews has stored what the message says",
            READ_BACK,
            StoredChecks.stored(BOOKING))
        .expect(
            "read-back",
            "the extranet shows the rest as confirmed",
            READ_BACK,
            ReadBackCheck.readBack(BOOKING, "CONFIRMED"))
        .build();
  }

  private static void book(Stage stage) throws InterruptedException {
    BookingPlan plan =
        new BookingPlanner(
                new SplittableRandom(stage.random().nextLong()),
                stage.mews().property(),
                stage.today().plusDays(DAYS_AHEAD))
            .multi("S10", channelcert.certification.verdict.reservation.PriceSide.GROSS);
    stage.note(CODE, plan.spaces().getFirst().code());
    BookingPlan smaller = plan.with(plan.spaces().subList(1, plan.spaces().size()));
    String id = plan.channelManagerId();
    BookingSteps.perform(
        stage, BOOKING, id, driver -> driver.sendBooking(BookingOrderMapper.order(plan)));
    BookingSteps.perform(
        stage, BOOKING, id, driver -> driver.modifyBooking(BookingOrderMapper.order(smaller)));
  }
}
