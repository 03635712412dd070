package channelcert.certification.catalogue.error;

import static channelcert.certification.catalogue.CertificationTest.test;
import static channelcert.certification.verdict.Basis.WIRE;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.Outcome;
import channelcert.certification.verdict.PushKind;
import channelcert.certification.verdict.Refusals;
import channelcert.certification.verdict.Selection;
import channelcert.certification.verdict.Transport;
import channelcert.exchange.Direction;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.Nights;
import java.util.Set;

/** ERR-5: the connection is switched off at the candidate while Mews pushes. */
public final class InactiveConnection {
  private static final String OFF = "deactivateConnection";
  private static final String ON = "activateConnection";
  private static final Selection ALL = Selection.pushes(PushKind.values());
  private static final Selection WHILE_OFF = ALL.between(OFF, ON);
  private static final int CONNECTION_NOT_FOUND = 3;
  private static final int INVALID_AUTHENTICATION = 8;
  private static final int NIGHTS = 7;

  private InactiveConnection() {}

  public static CertificationTest row() {
    return test("ERR-5", "error/inactive-connection")
        .title("Inactive connection")
        .scenario(
            "The candidate switches the connection off; Mews pushes to all three endpoints; after"
                + " it is switched on again, pushes are accepted.")
        .step(InactiveConnection::pushWhileOff)
        .expect(
            "transport", "every answer has the published form", WIRE, Transport.holds(WHILE_OFF))
        .expect(
            "availability-refused",
            "Update availability refuses with code 3 or 8",
            WIRE,
            refused(PushKind.AVAILABILITY))
        .expect(
            "prices-refused",
            "Update prices refuses with code 3 or 8",
            WIRE,
            refused(PushKind.PRICES))
        .expect(
            "restrictions-refused",
            "Update restrictions refuses with code 3 or 8",
            WIRE,
            refused(PushKind.RESTRICTIONS))
        .expect(
            "message",
            "the messages tell the property what is wrong",
            WIRE,
            Refusals.of(WHILE_OFF).explains())
        .expect(
            "works-again",
            "after the connection is on again, pushes of all three kinds are accepted",
            WIRE,
            accepted(PushKind.AVAILABILITY)
                .and(accepted(PushKind.PRICES))
                .and(accepted(PushKind.RESTRICTIONS)))
        .build();
  }

  private static Check accepted(PushKind kind) {
    Selection pushes = Selection.pushes(kind).after(ON);
    return Outcome.accepted(pushes).and(Outcome.confirmed(pushes));
  }

  /** Refused as such, and with one of the two codes. */
  private static Check refused(PushKind kind) {
    Refusals refusals = Refusals.of(Selection.pushes(kind).between(OFF, ON));
    return refusals.refused().and(refusals.errorIs(CONNECTION_NOT_FOUND, INVALID_AUTHENTICATION));
  }

  private static void pushWhileOff(Stage stage) throws InterruptedException {
    Nights nights = Nights.of(stage.today().plusDays(stage.random().nextInt(1, 60)), NIGHTS);
    stage.hands().deactivateConnection();
    try {
      pushEach(stage, nights);
    } finally {
      stage.mews().discardPending();
      stage.hands().activateConnection();
    }
    stage.mews().requestFullUpdate(nights);
    stage.mews().awaitDelivered();
  }

  /** One kind after the other: a refusal may make Mews hold back the kinds that come later. */
  private static void pushEach(Stage stage, Nights nights) throws InterruptedException {
    for (InventoryKind kind : InventoryKind.values()) {
      stage.mews().requestFullUpdate(nights, Set.of(kind));
      stage.awaitExchange(
          Direction.MEWS_TO_CANDIDATE, PushKind.valueOf(kind.name()).operation(), request -> true);
      stage.mews().discardPending();
    }
  }
}
