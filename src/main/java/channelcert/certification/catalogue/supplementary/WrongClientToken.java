package channelcert.certification.catalogue.supplementary;

import static channelcert.certification.catalogue.CertificationTest.supplementary;
import static channelcert.certification.verdict.Basis.WIRE;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.Probe;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.Probes;
import channelcert.certification.verdict.Refusals;
import channelcert.certification.verdict.Selection;
import channelcert.mews.inventory.Nights;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** SUP-1: somebody who is not Mews calls every endpoint. */
final class WrongClientToken {
  private static final String NOTIFICATION = "changeNotificaton";
  private static final int INVALID_AUTHENTICATION = 8;
  private static final String NOT_REGISTERED = "not-registered";

  private WrongClientToken() {}

  static CertificationTest row() {
    return supplementary("SUP-1", "supplementary/wrong-client-token")
        .title("Wrong client token at each endpoint")
        .scenario("A message with a wrong client token reaches every endpoint of the candidate.")
        .step(WrongClientToken::call)
        .expect(
            "availability",
            "Update availability refuses with code 8",
            WIRE,
            refused("updateAvailability"))
        .expect("prices", "Update prices refuses with code 8", WIRE, refused("updatePrices"))
        .expect(
            "restrictions",
            "Update restrictions refuses with code 8",
            WIRE,
            refused("updateRestrictions"))
        .expect(
            "confirmation", "Confirm booking refuses with code 8", WIRE, refused("confirmGroup"))
        .expect(
            "notification",
            "Change notification refuses with code 8",
            WIRE,
            Probes.unlessSetAside(NOT_REGISTERED, refused(NOTIFICATION)))
        .build();
  }

  private static Check refused(String operation) {
    Refusals refusals = Refusals.of(Selection.calls(operation));
    return refusals.refused().and(refusals.errorIs(INVALID_AUTHENTICATION));
  }

  private static void call(Stage stage) {
    Messages messages = new Messages(stage);
    Probe probe = stage.probe();
    Nights nights = messages.nights(3);
    post(stage, "updateAvailability", messages.availability(probe, messages.id(), nights, 1));
    post(stage, "updatePrices", messages.prices(probe, messages.id(), nights, messages.pair()));
    post(stage, "updateRestrictions", messages.restrictions(probe, messages.id(), nights));
    post(stage, "confirmGroup", messages.confirmation(probe));
    if (probe.isRegistered(NOTIFICATION)) {
      post(stage, NOTIFICATION, probe.envelope(NOTIFICATION, "").put("type", 1));
    } else {
      stage.note(NOT_REGISTERED, "the candidate registered no address for change notifications");
    }
  }

  private static void post(Stage stage, String operation, ObjectNode message) {
    String wrong = "WRONG-" + Long.toHexString(stage.random().nextLong());
    stage.probe().post(operation, message.put("clientToken", wrong));
  }
}
