package channelcert.certification.catalogue.inventory;

import static channelcert.certification.catalogue.CertificationTest.test;
import static channelcert.certification.verdict.Basis.READ_BACK;
import static channelcert.certification.verdict.Basis.WIRE;
import static channelcert.certification.verdict.PushKind.PRICES;

import channelcert.certification.catalogue.Area;
import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Outcome;
import channelcert.certification.verdict.PackagePrice;
import channelcert.certification.verdict.PriceSide;
import channelcert.certification.verdict.ReadBack;
import channelcert.certification.verdict.Selection;
import channelcert.certification.verdict.Transport;
import channelcert.mews.inventory.Nights;
import channelcert.mews.inventory.PriceChange;
import channelcert.mews.property.Property.Pair;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** INV-5: the price of a package holds the breakfast, which is never itemised. */
public final class PackageRate {
  private static final Selection PUSHES = Selection.pushes(PRICES);

  /** The bed and breakfast rate of the reference property (domain reference 13.1). */
  private static final String PACKAGE = "PKG";

  private static final int NIGHTS = 28;

  private PackageRate() {}

  public static CertificationTest row() {
    return test("INV-5", "inventory/package-rate")
        .title("Price update of a package rate")
        .scenario("Mews pushes prices of a rate into which a breakfast is packaged.")
        .needs(Area.PRICES)
        .step(PackageRate::pushAndReadBack)
        .expect("transport", "every answer has the published form", WIRE, Transport.holds(PUSHES))
        .expect("accepted", "every push is accepted", WIRE, Outcome.accepted(PUSHES))
        .expect(
            "confirmed",
            "what was accepted for later is confirmed once",
            WIRE,
            Outcome.confirmed(PUSHES))
        .expect(
            "package-price",
            "the pushed price is the base price with the breakfast of every guest (own check)",
            WIRE,
            PackagePrice.isBasePlusProduct("base", PACKAGE))
        .expect(
            "read-back",
            "the extranet shows the price with the breakfast, for every number of guests",
            READ_BACK,
            ReadBack.prices("side"))
        .build();
  }

  private static void pushAndReadBack(Stage stage) throws InterruptedException {
    PriceSide side = PushSteps.usualSide(stage);
    stage.note("side", side.name());
    Chance chance = new Chance(stage.random());
    Nights nights = Nights.of(stage.today().plusDays(chance.between(1, 60)), NIGHTS);
    Map<String, Integer> capacities = stage.mews().capacities();
    List<PriceChange> changes = new ArrayList<>();
    for (Pair pair : stage.mews().pairs()) {
      if (pair.ratePlanCode().equals(PACKAGE)) {
        for (Nights interval : chance.intervals(nights, 4, 12)) {
          changes.add(chance.price(pair, interval, capacities));
        }
      }
    }
    stage.note("base", note(changes));
    stage.mews().changePrices(changes);
    PushSteps.deliver(stage);
    ExtranetLook.at(nights).of(PRICES).on(side).completely().look(stage);
  }

  private static String note(List<PriceChange> changes) {
    ArrayNode note = JsonNodeFactory.instance.arrayNode();
    for (PriceChange change : changes) {
      ObjectNode entry = note.addObject();
      entry.put("spaceTypeCode", change.spaceTypeCode());
      entry.put("from", change.nights().first().toString());
      entry.put("to", change.nights().last().toString());
      change.gross().forEach(entry.withArray("gross")::add);
    }
    return note.toString();
  }
}
