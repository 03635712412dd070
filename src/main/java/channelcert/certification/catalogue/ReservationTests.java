package channelcert.certification.catalogue;

import channelcert.certification.catalogue.reservation.MultiReservation;
import channelcert.certification.catalogue.reservation.ProductReservation;
import channelcert.certification.catalogue.reservation.SingleReservation;
import java.util.List;

/** The rows about reservations, in the published order. */
final class ReservationTests {
  private ReservationTests() {}

  static List<CertificationTest> rows() {
    return List.of(
        SingleReservation.GROSS.create(),
        SingleReservation.GROSS.modify(),
        SingleReservation.GROSS.cancel(),
        SingleReservation.NET.create(),
        SingleReservation.NET.modify(),
        SingleReservation.NET.cancel(),
        MultiReservation.GROSS.create(),
        MultiReservation.GROSS.change(),
        MultiReservation.GROSS.cancel(),
        MultiReservation.NET.create(),
        MultiReservation.NET.change(),
        MultiReservation.NET.cancel(),
        ProductReservation.row());
  }
}
