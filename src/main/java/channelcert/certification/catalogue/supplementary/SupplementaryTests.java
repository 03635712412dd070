package channelcert.certification.catalogue.supplementary;

import channelcert.certification.catalogue.CertificationTest;
import java.util.List;

/** The supplementary rows in their order. */
public final class SupplementaryTests {
  private SupplementaryTests() {}

  public static List<CertificationTest> rows() {
    return List.of(
        WrongClientToken.row(),
        RepeatedMessage.row(),
        RepeatedDelta.row(),
        AsynchronousMode.row(),
        RefusedPairsAndKinds.row(),
        SeveralBadCodes.row(),
        RestrictionUseCases.row(),
        LaterValues.row(),
        ChangeNotifications.row(),
        PartialCancellation.row(),
        DifferingTotal.row(),
        NegativeAmounts.row(),
        NewChannel.row(),
        ReplacedInventory.row(),
        UnsynchronisedRate.row(),
        AvailabilityBlocks.row(),
        StaffBookings.row(),
        TwoConnections.row(),
        TransportRules.row(),
        AgePrices.row());
  }
}
