package channelcert.certification.catalogue.supplementary;

import static channelcert.certification.catalogue.CertificationTest.supplementary;
import static channelcert.certification.verdict.Basis.READ_BACK;
import static channelcert.certification.verdict.Basis.WIRE;
import static channelcert.certification.verdict.PushKind.PRICES;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Outcome;
import channelcert.certification.verdict.Probes;
import channelcert.certification.verdict.Selection;
import channelcert.certification.verdict.Transport;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.Nights;
import channelcert.mews.property.Property.Pair;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** SUP-20: prices by age category and rules by which rates derive. */
final class AgePrices {
  private static final Selection PUSHES = Selection.pushes(PRICES);

  private AgePrices() {}

  static CertificationTest row() {
    return supplementary("SUP-20", "supplementary/age-prices")
        .title("Age-category prices and dependent rates")
        .scenario(
            "A price push carries prices by age category and a rule by which one rate derives from"
                + " another.")
        .claimedBy(capabilities -> capabilities.ageCategories())
        .step(AgePrices::push)
        .expect("transport", "the answer has the published form", WIRE, Transport.holds(PUSHES))
        .expect("accepted", "the push is accepted", WIRE, Outcome.accepted(PUSHES))
        .expect(
            "confirmed",
            "what was accepted for later is confirmed once",
            WIRE,
            Outcome.confirmed(PUSHES))
        .expect(
            "age-prices",
            "the extranet shows the prices by age category",
            READ_BACK,
            Probes.showsAsPushed("agePrices", "agePrices"))
        .expect(
            "dependent-rates",
            "the extranet shows the rule",
            READ_BACK,
            Probes.showsAsPushed("dependentRates", "dependentRates"))
        .build();
  }

  private static void push(Stage stage) {
    Messages messages = new Messages(stage);
    Nights nights = messages.nights(2);
    ObjectNode message = messages.prices(stage.probe(), messages.id(), nights, messages.pair());
    ObjectNode item = (ObjectNode) message.path("ratePrices").path(0);
    for (String age : List.of("Adult", "Child")) {
      messages
          .price(item.withArray("agePrices").addObject(), 1, stage.random().nextInt(1000, 9000))
          .put("ageCategoryCode", age);
    }
    List<Pair> pairs = stage.mews().pairs();
    ObjectNode rule = message.withArray("dependentRates").addObject();
    rule.put("rateCode", pairs.getLast().ratePlanCode());
    rule.put("baseRateCode", pairs.getFirst().ratePlanCode());
    rule.withArray("adjustments")
        .addObject()
        .put("relativeValue", new BigDecimal("0.90"))
        .put("absoluteValue", BigDecimal.valueOf(stage.random().nextInt(100, 900), 2));
    stage.probe().post("updatePrices", message);
    Extranet.read(stage, nights);
    stage.mews().requestFullUpdate(nights, Set.of(InventoryKind.PRICES));
    stage.mews().awaitDelivered();
  }
}
