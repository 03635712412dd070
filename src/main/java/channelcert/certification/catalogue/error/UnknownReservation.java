package channelcert.certification.catalogue.error;

import static channelcert.certification.catalogue.CertificationTest.test;
import static channelcert.certification.verdict.Basis.WIRE;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Refusals;
import channelcert.certification.verdict.Selection;
import channelcert.certification.verdict.Transport;
import channelcert.exchange.Direction;

/** ERR-2: Mews confirms a booking that the candidate never made. */
public final class UnknownReservation {
  private static final Selection CONFIRMATIONS = Selection.calls("confirmGroup");
  private static final Refusals REFUSALS = Refusals.of(CONFIRMATIONS);
  private static final int RESERVATION_NOT_FOUND = 2;

  private UnknownReservation() {}

  public static CertificationTest row() {
    return test("ERR-2", "error/unknown-reservation")
        .title("Unknown reservation")
        .scenario("Confirm booking names a booking that the candidate never sent.")
        .uses()
        .step(UnknownReservation::confirmInvented)
        .expect(
            "transport", "the answer has the published form", WIRE, Transport.holds(CONFIRMATIONS))
        .expect("refused", "the answer is success=false", WIRE, REFUSALS.refused())
        .expect("code", "the error code is 2", WIRE, REFUSALS.errorIs(RESERVATION_NOT_FOUND))
        .expect(
            "message",
            "the message names the confirmation number of Mews",
            WIRE,
            REFUSALS.explains("confirmationNumber"))
        .build();
  }

  private static void confirmInvented(Stage stage) throws InterruptedException {
    String booking = "NEVER-" + Integer.toString(stage.random().nextInt(1 << 20, 1 << 30), 36);
    String number = String.valueOf(stage.random().nextInt(7_000_000, 9_999_999));
    stage.note("booking", booking);
    stage.note("confirmationNumber", number);
    stage.claimBooking(booking);
    stage.mews().confirmInventedBooking(booking, "01", number);
    stage.awaitExchange(
        Direction.MEWS_TO_CANDIDATE,
        "confirmGroup",
        request -> request.path("channelManagerId").asText().equals(booking));
  }
}
