package channelcert.certification.catalogue.error;

import static channelcert.certification.catalogue.CertificationTest.test;
import static channelcert.certification.verdict.Basis.READ_BACK;
import static channelcert.certification.verdict.Basis.WIRE;
import static channelcert.certification.verdict.PushKind.PRICES;

import channelcert.certification.catalogue.Area;
import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.Refusals;
import channelcert.certification.verdict.Selection;
import channelcert.certification.verdict.SideEffects;
import channelcert.certification.verdict.Transport;
import channelcert.mews.inventory.InventoryKind;
import java.util.Set;

/** ERR-4: a price push names a rate plan that was never mapped. */
public final class UnmappedRateCode {
  private static final String UNMAPPED = "unmapped";
  private static final String FIELD = "ratePlanCode";
  private static final Selection PUSHES = Selection.naming(PRICES, FIELD, UNMAPPED);
  private static final Refusals REFUSALS = Refusals.of(PUSHES);
  private static final int RATE_ERROR = 9;
  private static final Check NAMED = REFUSALS.names("rateCode", UNMAPPED);

  private UnmappedRateCode() {}

  public static CertificationTest row() {
    return test("ERR-4", "error/unmapped-rate-code")
        .title("Unmapped rate code")
        .scenario("A price push with an unmapped rate plan code reaches Update prices.")
        .uses(Area.PRICES)
        .step(UnmappedRateCode::push)
        .expect("transport", "the answer has the published form", WIRE, Transport.holds(PUSHES))
        .expect("refused", "the answer is success=false", WIRE, REFUSALS.refused())
        .expect("code", "the error code is 9", WIRE, REFUSALS.errorIs(RATE_ERROR))
        .expect("rate-code", "rateCode names the unmapped rate plan", WIRE, NAMED)
        .expect(
            "message",
            "the message tells the property which rate is meant",
            WIRE,
            REFUSALS.explains(UNMAPPED))
        .expect(
            "unsynchronised",
            "Mews stops synchronising the rate",
            READ_BACK,
            SideEffects.unsynchronised("synchronised", NAMED))
        .expect(
            "later-push",
            "the next push leaves the rate out and is accepted",
            WIRE,
            SideEffects.laterPushOmits(PRICES, FIELD, UNMAPPED, NAMED))
        .build();
  }

  private static void push(Stage stage) throws InterruptedException {
    String code = UnmappedCode.draw(stage, "XR");
    stage.note(UNMAPPED, code);
    stage.mews().addUnannouncedRate(code, stage.mews().pairs().getFirst().spaceTypeCode());
    try {
      UnmappedCode.awaitRefusal(stage, PRICES, FIELD, code);
      SmallPush later = SmallPush.draw(stage);
      stage.mews().requestFullUpdate(later.nights(), Set.of(InventoryKind.PRICES));
      stage.mews().awaitDelivered();
    } finally {
      stage.mews().discardPending();
      stage.mews().removeUnannounced(code);
    }
  }
}
