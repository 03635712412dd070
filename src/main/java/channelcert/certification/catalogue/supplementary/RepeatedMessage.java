package channelcert.certification.catalogue.supplementary;

import static channelcert.certification.catalogue.CertificationTest.supplementary;
import static channelcert.certification.verdict.Basis.READ_BACK;
import static channelcert.certification.verdict.Basis.WIRE;
import static channelcert.certification.verdict.PushKind.AVAILABILITY;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Outcome;
import channelcert.certification.verdict.ReadBack;
import channelcert.certification.verdict.Selection;
import channelcert.certification.verdict.Transport;
import channelcert.mews.inventory.Nights;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** SUP-2: a message arrives again after a newer one, as happens when an answer is lost. */
final class RepeatedMessage {
  private static final Selection PUSHES = Selection.pushes(AVAILABILITY);

  private RepeatedMessage() {}

  static CertificationTest row() {
    return supplementary("SUP-2", "supplementary/repeated-message")
        .title("Repeated messageId has no second effect")
        .scenario(
            "Availability is pushed, pushed anew with another value, and the first message arrives"
                + " a second time under its messageId.")
        .step(RepeatedMessage::push)
        .expect("transport", "every answer has the published form", WIRE, Transport.holds(PUSHES))
        .expect(
            "accepted",
            "the repetition is answered like the first time",
            WIRE,
            Outcome.accepted(PUSHES))
        .expect(
            "read-back",
            "the extranet shows the newer value, which the repetition did not undo",
            READ_BACK,
            ReadBack.availability())
        .build();
  }

  private static void push(Stage stage) {
    Messages messages = new Messages(stage);
    Nights nights = messages.nights(3);
    int units = stage.random().nextInt(1, 20);
    ObjectNode first = messages.availability(stage.probe(), messages.id(), nights, units);
    stage.probe().post("updateAvailability", first);
    stage
        .probe()
        .post(
            "updateAvailability",
            messages.availability(stage.probe(), messages.id(), nights, units + 20));
    stage.probe().post("updateAvailability", first);
    Extranet.read(stage, nights);
  }
}
