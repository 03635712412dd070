package channelcert.certification.catalogue.supplementary;

import static channelcert.certification.catalogue.CertificationTest.supplementary;
import static channelcert.certification.verdict.Basis.READ_BACK;
import static channelcert.certification.verdict.Basis.WIRE;
import static channelcert.certification.verdict.PushKind.AVAILABILITY;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Outcome;
import channelcert.certification.verdict.ReadBack;
import channelcert.certification.verdict.Refusals;
import channelcert.certification.verdict.Selection;
import channelcert.exchange.Direction;
import channelcert.mews.inventory.AvailabilityChange;
import channelcert.mews.inventory.Nights;
import java.util.List;

/** SUP-3: the candidate cannot take a change for a while; Mews repeats it until it can. */
final class RepeatedDelta {
  private static final String DOWN = "enterMaintenance";
  private static final String UP = "leaveMaintenance";
  private static final Selection PUSHES = Selection.pushes(AVAILABILITY);

  private RepeatedDelta() {}

  static CertificationTest row() {
    return supplementary("SUP-3", "supplementary/repeated-delta")
        .title("Refused change is repeated until accepted")
        .scenario(
            "Availability changes while the candidate is in maintenance; when it works again, Mews"
                + " repeats the change by itself.")
        .step(RepeatedDelta::push)
        .expect(
            "refused",
            "during maintenance the push is refused",
            WIRE,
            Refusals.of(PUSHES.between(DOWN, UP)).refused())
        .expect(
            "accepted", "the repeated push is accepted", WIRE, Outcome.accepted(PUSHES.after(UP)))
        .expect(
            "read-back",
            "the extranet shows the repeated change",
            READ_BACK,
            ReadBack.availability())
        .build();
  }

  private static void push(Stage stage) throws InterruptedException {
    Messages messages = new Messages(stage);
    Nights nights = messages.nights(4);
    stage.driver().enterMaintenance();
    try {
      stage
          .mews()
          .changeAvailability(
              List.of(
                  new AvailabilityChange(
                      messages.pair().spaceTypeCode(), nights, stage.random().nextInt(1, 50))));
      stage.awaitExchange(Direction.MEWS_TO_CANDIDATE, AVAILABILITY.operation(), request -> true);
    } finally {
      stage.driver().leaveMaintenance();
    }
    stage.mews().awaitDelivered();
    Extranet.read(stage, nights);
  }
}
