package channelcert.certification.catalogue.supplementary;

import static channelcert.certification.catalogue.CertificationTest.supplementary;
import static channelcert.certification.verdict.Basis.READ_BACK;
import static channelcert.certification.verdict.Basis.WIRE;
import static channelcert.certification.verdict.PushKind.PRICES;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.catalogue.reservation.BookingSteps;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Outcome;
import channelcert.certification.verdict.Probes;
import channelcert.certification.verdict.Selection;
import channelcert.certification.verdict.reservation.ConfirmationChecks;
import channelcert.certification.verdict.reservation.DeliveryChecks;
import channelcert.certification.verdict.reservation.NotedBooking;
import channelcert.certification.verdict.reservation.OrderChecks;
import channelcert.certification.verdict.reservation.StoredChecks;
import channelcert.contract.driver.BookingOrder;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.property.Property.Pair;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** SUP-15: a rate that is not synchronised is never pushed, but can be booked. */
final class UnsynchronisedRate {
  private static final NotedBooking BOOKING = new NotedBooking("booking");
  private static final String RATE = "rate";
  private static final int DAYS_AHEAD = 270;
  private static final channelcert.certification.verdict.reservation.PriceSide GROSS =
      channelcert.certification.verdict.reservation.PriceSide.GROSS;

  private UnsynchronisedRate() {}

  static CertificationTest row() {
    return supplementary("SUP-15", "supplementary/unsynchronised-rate")
        .title("Unsynchronised rate is not pushed, but bookable")
        .scenario(
            "Everything is pushed, and a rate plan that is not synchronised is not part of it; then"
                + " it is booked.")
        .step(UnsynchronisedRate::pushAndBook)
        .expect(
            "not-pushed",
            "no push names the rate plan",
            WIRE,
            Probes.silent(
                Selection.naming(PRICES, "ratePlanCode", RATE),
                Outcome.accepted(Selection.pushes(PRICES))))
        .expect(
            "delivered",
            "the message of the booking reaches Process group",
            WIRE,
            DeliveryChecks.delivered(BOOKING))
        .expect(
            "ordered", "the booking names the rate plan", WIRE, OrderChecks.ordered(BOOKING, GROSS))
        .expect(
            "accepted", "Mews processes it without error", WIRE, DeliveryChecks.accepted(BOOKING))
        .expect(
            "stored",
            "Mews has stored what the message says",
            READ_BACK,
            StoredChecks.stored(BOOKING))
        .expect(
            "confirmation-answered",
            "the candidate takes the confirmation",
            WIRE,
            ConfirmationChecks.answered(BOOKING))
        .build();
  }

  private static void pushAndBook(Stage stage) throws InterruptedException {
    String rate =
        stage.mews().property().ratePlans().stream()
            .filter(plan -> !plan.synchronised())
            .findFirst()
            .orElseThrow()
            .code();
    stage.note(RATE, rate);
    stage.mews().requestFullUpdate(new Messages(stage).nights(2), Set.of(InventoryKind.PRICES));
    stage.mews().awaitDelivered();
    Pair pair = new Pair(rate, stage.mews().pairs().getFirst().spaceTypeCode());
    LocalDate arrival = stage.today().plusDays(DAYS_AHEAD + stage.random().nextInt(10));
    BookingOrder order =
        Orders.order(
                stage,
                "S15",
                List.of(Orders.reservation("01", pair, arrival, "91.50", "97.35").build()))
            .build();
    BookingSteps.perform(
        stage, BOOKING, order.channelManagerId(), driver -> driver.sendBooking(order));
  }
}
