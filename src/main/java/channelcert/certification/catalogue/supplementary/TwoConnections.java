package channelcert.certification.catalogue.supplementary;

import static channelcert.certification.catalogue.CertificationTest.supplementary;
import static channelcert.certification.verdict.Basis.READ_BACK;
import static channelcert.certification.verdict.Basis.WIRE;
import static channelcert.certification.verdict.PushKind.AVAILABILITY;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.OtherConnection;
import channelcert.certification.stage.Probe;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Connections;
import channelcert.certification.verdict.Outcome;
import channelcert.certification.verdict.Refusals;
import channelcert.certification.verdict.Selection;
import channelcert.contract.driver.MappedPair;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.Nights;
import channelcert.mews.property.Property.Pair;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** SUP-18: a property has two connections, one of them for a single space category. */
final class TwoConnections {
  private static final String OTHER_SPACE = "other-space";
  private static final Selection WRONG =
      Selection.naming(AVAILABILITY, "spaceTypeCode", OTHER_SPACE).first();
  private static final Refusals REFUSALS = Refusals.of(WRONG);
  private static final Selection RIGHT = Selection.naming(AVAILABILITY, "spaceTypeCode", "space");
  private static final int CATEGORY_ERROR = 10;

  private TwoConnections() {}

  static CertificationTest row() {
    return supplementary("SUP-18", "supplementary/two-connections")
        .title("Two connections stay separate, one is for one space")
        .scenario(
            "A second connection of the property is mapped for one category; both get different"
                + " availability for the same night, and the second a category that it does not"
                + " have.")
        .step(TwoConnections::push)
        .expect(
            "accepted", "pushes of the common category are accepted", WIRE, Outcome.accepted(RIGHT))
        .expect(
            "separate",
            "each connection shows its own availability",
            READ_BACK,
            Connections.showsEachItsOwn(List.of("first", "second")))
        .expect(
            "one-space",
            "the connection for one space refuses another category",
            WIRE,
            REFUSALS.refused().and(REFUSALS.errorIs(CATEGORY_ERROR)))
        .build();
  }

  private static void push(Stage stage) throws InterruptedException {
    Messages messages = new Messages(stage);
    Pair pair = messages.pair();
    Nights night = messages.nights(1);
    int units = stage.random().nextInt(1, 20);
    stage.note("space", pair.spaceTypeCode());
    stage.note("first", String.valueOf(units));
    stage.note("second", String.valueOf(units + 20));
    try (OtherConnection other = stage.connectAnother()) {
      other
          .driver()
          .replaceInventory(List.of(new MappedPair(pair.ratePlanCode(), pair.spaceTypeCode())));
      Probe first = stage.probe();
      first.post("updateAvailability", messages.availability(first, messages.id(), night, units));
      Probe second = other.probe();
      second.post(
          "updateAvailability", messages.availability(second, messages.id(), night, units + 20));
      stage.driver().readAri(night);
      other.driver().readAri(night);
      otherSpace(stage, messages, second, night);
    }
    stage.mews().requestFullUpdate(night, Set.of(InventoryKind.AVAILABILITY));
    stage.mews().awaitDelivered();
  }

  private static void otherSpace(Stage stage, Messages messages, Probe probe, Nights night) {
    String space =
        stage.mews().categories().stream()
            .map(each -> each.code())
            .filter(code -> !code.equals(messages.pair().spaceTypeCode()))
            .findFirst()
            .orElseThrow();
    stage.note(OTHER_SPACE, space);
    ObjectNode message = messages.availability(probe, messages.id(), night, 1);
    ((ObjectNode) message.path("availabilities").path(0)).put("spaceTypeCode", space);
    probe.post("updateAvailability", message);
  }
}
