package channelcert.certification.catalogue;

import channelcert.certification.catalogue.error.InactiveConnection;
import channelcert.certification.catalogue.error.InvalidReservation;
import channelcert.certification.catalogue.error.SystemErrorList;
import channelcert.certification.catalogue.error.UnknownReservation;
import channelcert.certification.catalogue.error.UnmappedCategoryCode;
import channelcert.certification.catalogue.error.UnmappedRateCode;
import java.util.List;

/** The rows in which something goes wrong on purpose, in the published order. */
final class ErrorTests {
  private ErrorTests() {}

  static List<CertificationTest> rows() {
    return List.of(
        SystemErrorList.row(),
        UnknownReservation.row(),
        UnmappedCategoryCode.row(),
        UnmappedRateCode.row(),
        InactiveConnection.row(),
        InvalidReservation.row());
  }
}
