package channelcert.certification.catalogue.supplementary;

import static channelcert.certification.catalogue.CertificationTest.supplementary;
import static channelcert.certification.verdict.Basis.READ_BACK;
import static channelcert.certification.verdict.Basis.WIRE;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.catalogue.reservation.BookingSteps;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.reservation.ConfirmationChecks;
import channelcert.certification.verdict.reservation.DeliveryChecks;
import channelcert.certification.verdict.reservation.NotedBooking;
import channelcert.certification.verdict.reservation.SpecialBookings;
import channelcert.contract.driver.BookingOrder;
import java.time.LocalDate;
import java.util.List;

/** SUP-13: a booking comes from a channel that Mews does not know. */
final class NewChannel {
  private static final NotedBooking BOOKING = new NotedBooking("booking");
  private static final String NAME = "channel";
  private static final int DAYS_AHEAD = 250;
  private static final Check NAMED = SpecialBookings.unknownChannel(BOOKING, NAME);

  private NewChannel() {}

  static CertificationTest row() {
    return supplementary("SUP-13", "supplementary/new-channel")
        .title("New channel by a source without code")
        .scenario(
            "A booking names a channel that Mews does not know, without a code; Mews lists it from"
                + " then on.")
        .claimedBy(capabilities -> capabilities.sources())
        .step(NewChannel::book)
        .expect(
            "delivered",
            "the message of the booking reaches Process group",
            WIRE,
            DeliveryChecks.delivered(BOOKING))
        .expect("named", "the source has the name of the channel and no code", WIRE, NAMED)
        .expect(
            "accepted", "Mews processes it without error", WIRE, DeliveryChecks.accepted(BOOKING))
        .expect(
            "listed",
            "Get channels lists the new channel last",
            READ_BACK,
            SpecialBookings.channelListed(BOOKING, NAME, NAMED))
        .expect(
            "confirmation-answered",
            "the candidate takes the confirmation",
            WIRE,
            ConfirmationChecks.answered(BOOKING))
        .build();
  }

  private static void book(Stage stage) throws InterruptedException {
    String name = "Channel " + new Messages(stage).unknownCode("");
    stage.note(NAME, name);
    LocalDate arrival = stage.today().plusDays(DAYS_AHEAD + stage.random().nextInt(10));
    BookingOrder order =
        Orders.order(
                stage,
                "S13",
                List.of(
                    Orders.reservation(
                            "01", stage.mews().pairs().getFirst(), arrival, "100.00", "120.00")
                        .build()))
            .sourceName(name)
            .build();
    BookingSteps.perform(
        stage, BOOKING, order.channelManagerId(), driver -> driver.sendBooking(order));
    stage.mews().observeChannels();
  }
}
