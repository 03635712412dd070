package channelcert.certification.catalogue.error;

import static channelcert.certification.catalogue.CertificationTest.test;
import static channelcert.certification.verdict.Basis.ATTESTED;
import static channelcert.certification.verdict.Basis.WIRE;

import channelcert.certification.candidate.SystemError;
import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.Stage;
import channelcert.certification.stage.Unattended;
import channelcert.certification.verdict.Outcome;
import channelcert.certification.verdict.PushKind;
import channelcert.certification.verdict.Selection;
import channelcert.certification.verdict.SystemErrors;
import channelcert.certification.verdict.Transport;
import channelcert.exchange.Direction;
import channelcert.mews.inventory.Nights;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** ERR-1: the candidate hands in its system errors, and maintenance is tried out. */
public final class SystemErrorList {
  private static final Selection PUSHES = Selection.pushes(PushKind.AVAILABILITY);

  private SystemErrorList() {}

  public static CertificationTest row() {
    return test("ERR-1", "error/system-errors")
        .title("System errors")
        .scenario(
            "The candidate declares how it answers time-outs, maintenance and downtime; where it"
                + " can enter maintenance, a push meets it.")
        .step(SystemErrorList::noteDeclared)
        .step(SystemErrorList::pushDuringMaintenance)
        .expect(
            "situations",
            "time-out, maintenance and downtime are described",
            ATTESTED,
            SystemErrors.describeEverySituation())
        .expect("codes", "every code is a published one", ATTESTED, SystemErrors.useAllowedCodes())
        .expect(
            "messages",
            "every message can be forwarded to the property",
            ATTESTED,
            SystemErrors.haveClearMessages())
        .expect(
            "transport",
            "also during maintenance every answer has the published form",
            WIRE,
            SystemErrors.whereDriven(Transport.holds(PUSHES)))
        .expect(
            "maintenance",
            "a push during maintenance is answered as declared",
            WIRE,
            SystemErrors.whereDriven(SystemErrors.maintenanceIsAsDeclared()))
        .expect(
            "works-again",
            "after maintenance a push is accepted",
            WIRE,
            SystemErrors.whereDriven(Outcome.accepted(PUSHES.after("leaveMaintenance"))))
        .build();
  }

  private static void noteDeclared(Stage stage) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (SystemError error : stage.candidate().systemErrors()) {
      list.addObject()
          .put("situation", error.situation())
          .put("code", error.code())
          .put("message", error.message());
    }
    stage.note(SystemErrors.NOTE, list.toString());
  }

  private static void pushDuringMaintenance(Stage stage) throws InterruptedException {
    if (!stage.hands().present()) {
      stage.note(SystemErrors.NOT_DRIVEN, "the candidate file names no driver");
      return;
    }
    SmallPush push = SmallPush.draw(stage);
    try {
      stage.hands().enterMaintenance();
    } catch (Unattended e) {
      stage.note(SystemErrors.NOT_DRIVEN, String.valueOf(e.getMessage()));
      return;
    }
    try {
      push.change(stage);
      stage.awaitExchange(
          Direction.MEWS_TO_CANDIDATE, PushKind.AVAILABILITY.operation(), request -> true);
    } finally {
      stage.mews().discardPending();
      stage.hands().leaveMaintenance();
    }
    Nights nights = push.nights();
    stage.mews().requestFullUpdate(nights, SmallPush.AVAILABILITY_ONLY);
    stage.mews().awaitDelivered();
  }
}
