package channelcert.certification.catalogue.inventory;

import static channelcert.certification.catalogue.CertificationTest.test;
import static channelcert.certification.verdict.Basis.READ_BACK;
import static channelcert.certification.verdict.Basis.WIRE;
import static channelcert.certification.verdict.PushKind.AVAILABILITY;

import channelcert.certification.catalogue.Area;
import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Cover;
import channelcert.certification.verdict.Outcome;
import channelcert.certification.verdict.ReadBack;
import channelcert.certification.verdict.Selection;
import channelcert.certification.verdict.Transport;
import channelcert.mews.inventory.AvailabilityChange;
import channelcert.mews.inventory.Nights;
import channelcert.mews.property.Property.SpaceCategory;
import java.util.ArrayList;
import java.util.List;

/** INV-1: availability of every category, in several intervals. */
public final class AvailabilityUpdate {
  private static final Selection PUSHES = Selection.pushes(AVAILABILITY);
  private static final int NIGHTS = 60;

  private AvailabilityUpdate() {}

  public static CertificationTest row() {
    return test("INV-1", "inventory/availability")
        .title("Availability update of several space categories")
        .scenario("Mews pushes new availability of every mapped category in several intervals.")
        .needs(Area.AVAILABILITY)
        .step(AvailabilityUpdate::pushAndReadBack)
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
        .expect(
            "all-categories",
            "every category is in the push",
            WIRE,
            Cover.everythingPushed(AVAILABILITY))
        .expect(
            "read-back",
            "the extranet shows the pushed availability of every night",
            READ_BACK,
            ReadBack.availability())
        .build();
  }

  private static void pushAndReadBack(Stage stage) throws InterruptedException {
    Chance chance = new Chance(stage.random());
    Nights nights = Nights.of(stage.today().plusDays(chance.between(1, 9)), NIGHTS);
    List<AvailabilityChange> changes = new ArrayList<>();
    for (SpaceCategory category : stage.mews().categories()) {
      for (Nights interval : chance.intervals(nights, 3, 14)) {
        changes.add(new AvailabilityChange(category.code(), interval, chance.between(0, 49)));
      }
    }
    stage.mews().changeAvailability(changes);
    PushSteps.deliver(stage);
    ExtranetLook.at(nights).of(AVAILABILITY).completely().look(stage);
  }
}
