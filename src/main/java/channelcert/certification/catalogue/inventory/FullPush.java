package channelcert.certification.catalogue.inventory;

import static channelcert.certification.catalogue.CertificationTest.test;
import static channelcert.certification.verdict.Basis.READ_BACK;
import static channelcert.certification.verdict.Basis.WIRE;
import static channelcert.certification.verdict.PushKind.AVAILABILITY;
import static channelcert.certification.verdict.PushKind.PRICES;
import static channelcert.certification.verdict.PushKind.RESTRICTIONS;

import channelcert.certification.catalogue.Area;
import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.FullCover;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.Outcome;
import channelcert.certification.verdict.PriceSide;
import channelcert.certification.verdict.PushKind;
import channelcert.certification.verdict.ReadBack;
import channelcert.certification.verdict.Selection;
import channelcert.certification.verdict.Transport;
import channelcert.mews.inventory.AvailabilityChange;
import channelcert.mews.inventory.Nights;
import channelcert.mews.inventory.PriceChange;
import channelcert.mews.inventory.RestrictionChange;
import channelcert.mews.property.Property.Pair;
import channelcert.mews.property.Property.SpaceCategory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** INV-6: everything for at least a year, all three kinds, every mapped pair, read back whole. */
public final class FullPush {
  private static final Selection PUSHES = Selection.pushes(AVAILABILITY, PRICES, RESTRICTIONS);
  private static final Duration GLANCE = Duration.ofMillis(200);

  private FullPush() {}

  public static CertificationTest row() {
    return test("INV-6", "inventory/full-push")
        .title("Full inventory push")
        .scenario(
            "Mews pushes availability, prices and restrictions of every mapped pair for at least"
                + " 365 nights from today.")
        .needs(Area.AVAILABILITY, Area.PRICES, Area.RESTRICTIONS)
        .step(FullPush::pushAndReadBack)
        .expect("transport", "every answer has the published form", WIRE, Transport.holds(PUSHES))
        .expect("accepted", "every push is accepted", WIRE, Outcome.accepted(PUSHES))
        .expect(
            "confirmed",
            "what was accepted for later is confirmed once",
            WIRE,
            Outcome.confirmed(PUSHES))
        .expect(
            "cover-availability",
            "every category is accepted for every night",
            WIRE,
            FullCover.of(AVAILABILITY))
        .expect(
            "cover-prices",
            "every pair is accepted for every night and number of guests",
            WIRE,
            FullCover.of(PRICES))
        .expect(
            "cover-restrictions",
            "every pair is accepted for every night",
            WIRE,
            FullCover.of(RESTRICTIONS))
        .expect(
            "read-back-availability",
            "the extranet shows the availability of every night",
            READ_BACK,
            ReadBack.availability())
        .expect(
            "read-back-prices",
            "the extranet shows the price of every night and number of guests",
            READ_BACK,
            ReadBack.prices("side"))
        .expect(
            "read-back-restrictions",
            "the extranet shows the restriction of every night",
            READ_BACK,
            ReadBack.restrictions())
        .build();
  }

  private static void pushAndReadBack(Stage stage) throws InterruptedException {
    PriceSide side = PushSteps.usualSide(stage);
    stage.note("side", side.name());
    Nights nights = Nights.of(stage.today(), stage.horizonNights());
    change(stage, nights);
    stage.mews().requestFullUpdate(nights);
    watch(stage);
    ExtranetLook.at(nights).of(AVAILABILITY, PRICES, RESTRICTIONS).on(side).look(stage);
  }

  /** New values for the whole horizon, so that nothing stored earlier can stand in for the push. */
  private static void change(Stage stage, Nights nights) {
    Chance chance = new Chance(stage.random());
    List<AvailabilityChange> availability = new ArrayList<>();
    for (SpaceCategory category : stage.mews().categories()) {
      for (Nights interval : chance.intervals(nights, 5, 30)) {
        availability.add(new AvailabilityChange(category.code(), interval, chance.between(1, 49)));
      }
    }
    Map<String, Integer> capacities = stage.mews().capacities();
    List<PriceChange> prices = new ArrayList<>();
    List<RestrictionChange> restrictions = new ArrayList<>();
    for (Pair pair : stage.mews().pairs()) {
      for (Nights interval : chance.intervals(nights, 10, 50)) {
        prices.add(chance.price(pair, interval, capacities));
        restrictions.add(restriction(pair, interval, chance));
      }
    }
    stage.mews().changeAvailability(availability);
    stage.mews().changePrices(prices);
    stage.mews().changeRestrictions(restrictions);
  }

  private static RestrictionChange restriction(Pair pair, Nights nights, Chance chance) {
    boolean limited = chance.between(0, 1) == 1;
    List<Integer> states = chance.between(0, 3) == 0 ? List.of(2, 7) : List.of(1);
    return new RestrictionChange(
        pair.ratePlanCode(),
        pair.spaceTypeCode(),
        nights,
        states,
        limited && states.size() == 1 ? chance.between(2, 4) : null,
        limited && states.size() == 1 ? chance.between(7, 21) : null);
  }

  /** As long as messages keep being answered the push goes on; a stalled one is given up. */
  private static void watch(Stage stage) throws InterruptedException {
    int answered = 0;
    long silent = 0;
    boolean delivered = stage.mews().awaitDelivered(GLANCE);
    while (!delivered && silent < stage.patience().toMillis()) {
      int now = pushes(stage);
      silent = now > answered ? 0 : silent + GLANCE.toMillis();
      answered = now;
      stage.progress("messages answered", answered, 0);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      delivered = stage.mews().awaitDelivered(GLANCE);
    }
    stage.note("delivered", String.valueOf(delivered));
  }

  private static int pushes(Stage stage) {
    return (int) stage.messages().stream().map(Message::operation).filter(FullPush::isPush).count();
  }

  private static boolean isPush(String operation) {
    for (PushKind kind : PushKind.values()) {
      if (kind.operation().equals(operation)) {
        return true;
      }
    }
    return false;
  }
}
