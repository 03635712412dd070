package channelcert.certification.catalogue.error;

import static channelcert.certification.catalogue.CertificationTest.test;
import static channelcert.certification.verdict.Basis.READ_BACK;
import static channelcert.certification.verdict.Basis.WIRE;
import static channelcert.certification.verdict.PushKind.AVAILABILITY;

import channelcert.certification.catalogue.Area;
import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.Refusals;
import channelcert.certification.verdict.Selection;
import channelcert.certification.verdict.SideEffects;
import channelcert.certification.verdict.Transport;

/** ERR-3: an availability push names a category that was never mapped. */
public final class UnmappedCategoryCode {
  private static final String UNMAPPED = "unmapped";
  private static final String FIELD = "spaceTypeCode";
  private static final Selection PUSHES = Selection.naming(AVAILABILITY, FIELD, UNMAPPED);
  private static final Refusals REFUSALS = Refusals.of(PUSHES);
  private static final int CATEGORY_ERROR = 10;
  private static final Check NAMED = REFUSALS.names("categoryCode", UNMAPPED);

  private UnmappedCategoryCode() {}

  public static CertificationTest row() {
    return test("ERR-3", "error/unmapped-category-code")
        .title("Unmapped space category code")
        .scenario("An availability push with an unmapped category reaches Update availability.")
        .uses(Area.AVAILABILITY)
        .step(UnmappedCategoryCode::push)
        .expect("transport", "the answer has the published form", WIRE, Transport.holds(PUSHES))
        .expect("refused", "the answer is success=false", WIRE, REFUSALS.refused())
        .expect("code", "the error code is 10", WIRE, REFUSALS.errorIs(CATEGORY_ERROR))
        .expect("category-code", "categoryCode names the unmapped category", WIRE, NAMED)
        .expect(
            "message",
            "the message tells the property which category is meant",
            WIRE,
            REFUSALS.explains(UNMAPPED))
        .expect(
            "unsynchronised",
            "Mews stops synchronising the category",
            READ_BACK,
            SideEffects.unsynchronised("synchronised", NAMED))
        .expect(
            "later-push",
            "the next push leaves the category out and is accepted",
            WIRE,
            SideEffects.laterPushOmits(AVAILABILITY, FIELD, UNMAPPED, NAMED))
        .build();
  }

  private static void push(Stage stage) throws InterruptedException {
    String code = UnmappedCode.draw(stage, "XC");
    stage.note(UNMAPPED, code);
    stage.mews().addUnannouncedCategory(code);
    try {
      UnmappedCode.awaitRefusal(stage, AVAILABILITY, FIELD, code);
      SmallPush later = SmallPush.draw(stage);
      stage.mews().requestFullUpdate(later.nights(), SmallPush.AVAILABILITY_ONLY);
      stage.mews().awaitDelivered();
    } finally {
      stage.mews().discardPending();
      stage.mews().removeUnannounced(code);
    }
  }
}
