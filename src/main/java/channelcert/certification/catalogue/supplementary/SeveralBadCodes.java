package channelcert.certification.catalogue.supplementary;

import static channelcert.certification.catalogue.CertificationTest.supplementary;
import static channelcert.certification.verdict.Basis.WIRE;
import static channelcert.certification.verdict.PushKind.PRICES;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Refusals;
import channelcert.certification.verdict.Selection;
import channelcert.certification.verdict.Transport;
import channelcert.mews.property.Property.Pair;

/** SUP-6: a push is wrong in several places, and all of them are named at once. */
final class SeveralBadCodes {
  private static final Selection PUSHES = Selection.pushes(PRICES);
  private static final Refusals REFUSALS = Refusals.of(PUSHES);

  private SeveralBadCodes() {}

  static CertificationTest row() {
    return supplementary("SUP-6", "supplementary/several-bad-codes")
        .title("Several bad codes in one push are all listed")
        .scenario("A price push names two unknown rate plans and two unknown categories.")
        .step(SeveralBadCodes::push)
        .expect("transport", "the answer has the published form", WIRE, Transport.holds(PUSHES))
        .expect("refused", "the push is refused", WIRE, REFUSALS.refused())
        .expect(
            "first-rate",
            "the first unknown rate plan is named",
            WIRE,
            REFUSALS.names("rateCode", "rate-one"))
        .expect(
            "second-rate",
            "the second unknown rate plan is named",
            WIRE,
            REFUSALS.names("rateCode", "rate-two"))
        .expect(
            "first-category",
            "the first unknown category is named",
            WIRE,
            REFUSALS.names("categoryCode", "category-one"))
        .expect(
            "second-category",
            "the second unknown category is named",
            WIRE,
            REFUSALS.names("categoryCode", "category-two"))
        .build();
  }

  private static void push(Stage stage) {
    Messages messages = new Messages(stage);
    Pair good = messages.pair();
    stage
        .probe()
        .post(
            "updatePrices",
            messages.prices(
                stage.probe(),
                messages.id(),
                messages.nights(2),
                new Pair(bad(stage, messages, "rate-one", "XR"), good.spaceTypeCode()),
                new Pair(bad(stage, messages, "rate-two", "XR"), good.spaceTypeCode()),
                new Pair(good.ratePlanCode(), bad(stage, messages, "category-one", "XC")),
                new Pair(good.ratePlanCode(), bad(stage, messages, "category-two", "XC"))));
  }

  private static String bad(Stage stage, Messages messages, String fact, String prefix) {
    String code = messages.unknownCode(prefix);
    stage.note(fact, code);
    return code;
  }
}
