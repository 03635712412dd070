package channelcert.certification.catalogue.supplementary;

import static channelcert.certification.catalogue.CertificationTest.supplementary;
import static channelcert.certification.verdict.Basis.WIRE;
import static channelcert.certification.verdict.PushKind.PRICES;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.OtherConnection;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Connections;
import channelcert.certification.verdict.Outcome;
import channelcert.certification.verdict.Selection;
import channelcert.contract.driver.MappedPair;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.Nights;
import channelcert.mews.property.Property.Pair;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** SUP-14: the candidate replaces the pairs of a connection. */
final class ReplacedInventory {
  private static final String PAIRS = "pairs";

  private ReplacedInventory() {}

  static CertificationTest row() {
    return supplementary("SUP-14", "supplementary/replaced-inventory")
        .title("Set inventory replaces all pairs")
        .scenario(
            "On a connection of its own the candidate sends the complete list of two pairs; Mews"
                + " then pushes these and no others.")
        .step(ReplacedInventory::replace)
        .expect(
            "complete",
            "Set inventory names exactly the ordered pairs",
            WIRE,
            Connections.replaced(PAIRS))
        .expect(
            "pushed",
            "Mews pushes exactly these pairs",
            WIRE,
            Connections.pushedOnly(PRICES, PAIRS))
        .expect(
            "accepted",
            "these pushes are accepted",
            WIRE,
            Outcome.accepted(Selection.pushes(PRICES)))
        .build();
  }

  private static void replace(Stage stage) throws InterruptedException {
    List<Pair> all = stage.mews().pairs();
    List<Pair> left = List.of(all.getFirst(), all.getLast());
    stage.note(
        PAIRS,
        left.stream()
            .map(each -> each.ratePlanCode() + "/" + each.spaceTypeCode())
            .collect(Collectors.joining(",")));
    Nights nights = new Messages(stage).nights(3);
    try (OtherConnection other = stage.connectAnother()) {
      other
          .driver()
          .replaceInventory(
              left.stream()
                  .map(each -> new MappedPair(each.ratePlanCode(), each.spaceTypeCode()))
                  .toList());
      other.mews().enable(Set.of(InventoryKind.PRICES));
      other.mews().discardPending();
      other.mews().requestFullUpdate(nights, Set.of(InventoryKind.PRICES));
      other.mews().awaitDelivered();
    }
  }
}
