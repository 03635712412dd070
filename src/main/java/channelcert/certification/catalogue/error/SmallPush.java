package channelcert.certification.catalogue.error;

import channelcert.certification.stage.Stage;
import channelcert.mews.inventory.AvailabilityChange;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.Nights;
import java.util.List;
import java.util.Set;

/**
 * A small push, just enough to be answered: a category on a few nights.
 *
 * @param spaceTypeCode a category that the candidate has mapped
 */
record SmallPush(String spaceTypeCode, Nights nights, int units) {
  static final Set<InventoryKind> AVAILABILITY_ONLY = Set.of(InventoryKind.AVAILABILITY);

  static SmallPush draw(Stage stage) {
    return new SmallPush(
        stage.mews().categories().getFirst().code(),
        Nights.of(stage.today().plusDays(stage.random().nextInt(3, 90)), 3),
        stage.random().nextInt(1, 50));
  }

  /** Changes the availability, which Mews pushes on its own. */
  void change(Stage stage) {
    stage.mews().changeAvailability(List.of(new AvailabilityChange(spaceTypeCode, nights, units)));
  }
}
