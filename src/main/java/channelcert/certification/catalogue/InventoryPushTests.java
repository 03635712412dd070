package channelcert.certification.catalogue;

import channelcert.certification.catalogue.inventory.AvailabilityUpdate;
import channelcert.certification.catalogue.inventory.FullPush;
import channelcert.certification.catalogue.inventory.PackageRate;
import channelcert.certification.catalogue.inventory.PriceUpdate;
import channelcert.certification.catalogue.inventory.RestrictionUpdate;
import java.util.List;

/** The rows in which Mews pushes inventory, in the published order. */
final class InventoryPushTests {
  private InventoryPushTests() {}

  static List<CertificationTest> rows() {
    return List.of(
        AvailabilityUpdate.row(),
        PriceUpdate.gross(),
        PriceUpdate.net(),
        RestrictionUpdate.row(),
        PackageRate.row(),
        FullPush.row());
  }
}
