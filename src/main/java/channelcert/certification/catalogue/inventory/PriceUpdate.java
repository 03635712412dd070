package channelcert.certification.catalogue.inventory;

import static channelcert.certification.catalogue.CertificationTest.test;
import static channelcert.certification.verdict.Basis.READ_BACK;
import static channelcert.certification.verdict.Basis.WIRE;
import static channelcert.certification.verdict.PushKind.PRICES;

import channelcert.certification.catalogue.Area;
import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Cover;
import channelcert.certification.verdict.Outcome;
import channelcert.certification.verdict.PriceSide;
import channelcert.certification.verdict.ReadBack;
import channelcert.certification.verdict.Selection;
import channelcert.certification.verdict.Transport;
import channelcert.contract.driver.Pricing;
import channelcert.mews.inventory.Nights;
import channelcert.mews.inventory.PriceChange;
import channelcert.mews.property.Property.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * INV-2 and INV-3: prices of every pair for every number of guests. Both sides of each price are
 * always pushed; the rows differ in the side that the extranet has to show.
 */
public final class PriceUpdate {
  private static final Selection PUSHES = Selection.pushes(PRICES);
  private static final int NIGHTS = 30;

  private PriceUpdate() {}

  public static CertificationTest gross() {
    return row("INV-2", "inventory/gross-prices", PriceSide.GROSS);
  }

  public static CertificationTest net() {
    return row("INV-3", "inventory/net-prices", PriceSide.NET);
  }

  private static CertificationTest row(String code, String id, PriceSide side) {
    String word = side == PriceSide.GROSS ? "gross" : "net";
    return test(code, id)
        .title("Price update, " + word + " prices")
        .scenario(
            "Mews pushes new prices of every mapped pair; the extranet works with "
                + word
                + " prices.")
        .needs(Area.PRICES)
        .claimedBy(capabilities -> capabilities.pricing().contains(side))
        .step(stage -> pushAndReadBack(stage, side))
        .expect("transport", "every answer has the published form", WIRE, Transport.holds(PUSHES))
        .expect("accepted", "every push is accepted", WIRE, Outcome.accepted(PUSHES))
        .expect(
            "confirmed",
            "what was accepted for later is confirmed once",
            WIRE,
            Outcome.confirmed(PUSHES))
        .expect(
            "cover",
            "at least five categories and five rates are mapped",
            READ_BACK,
            Cover.fiveCategoriesAndRates())
        .expect("all-pairs", "every pair is in the push", WIRE, Cover.everythingPushed(PRICES))
        .expect(
            "read-back",
            "the extranet shows the " + word + " price of every night and number of guests",
            READ_BACK,
            ReadBack.prices(side))
        .build();
  }

  private static void pushAndReadBack(Stage stage, PriceSide side) throws InterruptedException {
    boolean chosen = stage.hands().present();
    if (chosen) {
      stage.hands().choosePricing(Pricing.valueOf(side.name()));
    }
    try {
      Nights nights = push(stage);
      ExtranetLook.at(nights).of(PRICES).on(side).completely().look(stage);
    } finally {
      if (chosen && side != PushSteps.usualSide(stage)) {
        stage.hands().choosePricing(Pricing.GROSS);
      }
    }
  }

  private static Nights push(Stage stage) {
    Chance chance = new Chance(stage.random());
    Nights nights = Nights.of(stage.today().plusDays(chance.between(1, 30)), NIGHTS);
    Map<String, Integer> capacities = stage.mews().capacities();
    List<PriceChange> changes = new ArrayList<>();
    for (Pair pair : stage.mews().pairs()) {
      for (Nights interval : chance.intervals(nights, 2, 12)) {
        changes.add(chance.price(pair, interval, capacities));
      }
    }
    stage.mews().changePrices(changes);
    PushSteps.deliver(stage);
    return nights;
  }
}
