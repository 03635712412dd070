package channelcert.certification.catalogue.supplementary;

import static channelcert.certification.catalogue.CertificationTest.supplementary;
import static channelcert.certification.verdict.Basis.READ_BACK;
import static channelcert.certification.verdict.Basis.WIRE;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Outcome;
import channelcert.certification.verdict.PushKind;
import channelcert.certification.verdict.ReadBack;
import channelcert.certification.verdict.Selection;
import channelcert.mews.inventory.AvailabilityChange;
import channelcert.mews.inventory.Nights;
import channelcert.mews.inventory.PriceChange;
import channelcert.mews.inventory.RestrictionChange;
import channelcert.mews.property.Property.Pair;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SUP-8: values are pushed for nights that have some already; the later ones count. */
final class LaterValues {
  private static final String SIDE = "side";
  private static final Selection PUSHES = Selection.pushes(PushKind.values());

  private LaterValues() {}

  static CertificationTest row() {
    return supplementary("SUP-8", "supplementary/later-values")
        .title("Later values replace earlier ones")
        .scenario(
            "Availability, prices and restrictions of the same nights are pushed twice, the second"
                + " time with other values for the middle of them.")
        .step(LaterValues::push)
        .expect("accepted", "every push is accepted", WIRE, Outcome.accepted(PUSHES))
        .expect(
            "confirmed",
            "what was accepted for later is confirmed once",
            WIRE,
            Outcome.confirmed(PUSHES))
        .expect(
            "availability",
            "the extranet shows the later availability",
            READ_BACK,
            ReadBack.availability())
        .expect("prices", "the extranet shows the later prices", READ_BACK, ReadBack.prices(SIDE))
        .expect(
            "restrictions",
            "the extranet shows the later restrictions",
            READ_BACK,
            ReadBack.restrictions())
        .build();
  }

  private static void push(Stage stage) {
    Messages messages = new Messages(stage);
    Nights nights = messages.nights(9);
    Extranet.chooseSide(stage, SIDE);
    change(stage, messages.pair(), nights, stage.random().nextInt(1, 20), List.of(2, 6), 3);
    Nights middle = Nights.of(nights.first().plusDays(3), 3);
    change(stage, messages.pair(), middle, stage.random().nextInt(21, 40), List.of(2, 7), null);
    Extranet.read(stage, nights);
  }

  private static void change(
      Stage stage,
      Pair pair,
      Nights nights,
      int units,
      List<Integer> states,
      @Nullable Integer minLos) {
    stage
        .mews()
        .changeAvailability(List.of(new AvailabilityChange(pair.spaceTypeCode(), nights, units)));
    int capacity = stage.mews().capacities().getOrDefault(pair.spaceTypeCode(), 1);
    List<BigDecimal> prices = new ArrayList<>();
    for (int persons = 1; persons <= capacity; persons++) {
      prices.add(BigDecimal.valueOf(units * 997L + persons * 1013L, 2));
    }
    stage
        .mews()
        .changePrices(
            List.of(new PriceChange(pair.ratePlanCode(), pair.spaceTypeCode(), nights, prices)));
    stage.mews().changeRestrictions(List.of(restriction(pair, nights, states, minLos)));
    stage.mews().awaitDelivered();
  }

  private static RestrictionChange restriction(
      Pair pair, Nights nights, List<Integer> states, @Nullable Integer minLos) {
    return new RestrictionChange(
        pair.ratePlanCode(), pair.spaceTypeCode(), nights, states, minLos, null);
  }
}
