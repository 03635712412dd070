package channelcert.certification.catalogue.reservation;

import static channelcert.certification.catalogue.CertificationTest.test;

import channelcert.certification.candidate.Capabilities;
import channelcert.certification.catalogue.Area;
import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.Step;
import channelcert.certification.verdict.Requirement;
import channelcert.certification.verdict.reservation.DeliveryChecks;
import channelcert.certification.verdict.reservation.NotedBooking;
import channelcert.certification.verdict.reservation.PriceSide;
import channelcert.certification.verdict.reservation.ProductChecks;
import channelcert.mews.property.Property.Product;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Bookings with a product, one with gross and one with net prices (RES-13). Only for channel
 * managers that send products.
 */
public final class ProductReservation {
  private static final String PRODUCT = "BRK";

  private ProductReservation() {}

  public static CertificationTest row() {
    CertificationTest.Builder row =
        test("RES-13", "reservation/product")
            .title("Reservation with a product")
            .requirement(Requirement.OPTIONAL)
            .claimedBy(Capabilities::extras)
            .scenario(
                "The channel manager sends a booking with a mapped product, once with gross and"
                    + " once with net prices.")
            .uses(Area.AVAILABILITY)
            .step(noteProducts())
            .step(steps(PriceSide.GROSS, 180).send())
            .step(steps(PriceSide.NET, 210).send());
    expectations(row, PriceSide.GROSS);
    expectations(row, PriceSide.NET);
    return row.build();
  }

  private static void expectations(CertificationTest.Builder row, PriceSide side) {
    NotedBooking booking = booking(side);
    new BookingExpectations(row, booking, "-" + side.field(), List.of())
        .arrives()
        .wire("one-group", "The booking is one group", DeliveryChecks.oneGroup(booking))
        .defines(side)
        .wire(
            "product-mapped",
            "The product stands in extras under its mapped code, with pricing and count",
            ProductChecks.mapped(booking))
        .wire(
            "product-amounts",
            "The product has the " + side.field() + " amount of the whole line",
            ProductChecks.amounts(booking, side))
        .isConfirmed()
        .isStored()
        .readBack(
            "product-stored",
            "The stored reservation at Mews shows the product",
            ProductChecks.stored(booking, side));
  }

  private static Step noteProducts() {
    return stage ->
        stage.note(
            ProductChecks.PRODUCTS,
            stage.mews().property().products().stream()
                .map(Product::code)
                .collect(Collectors.joining(",")));
  }

  private static BookingSteps steps(PriceSide side, int daysAhead) {
    String name = side == PriceSide.GROSS ? "R13A" : "R13B";
    return new BookingSteps(
        booking(side), planner -> planner.withProduct(name, side, PRODUCT), daysAhead);
  }

  private static NotedBooking booking(PriceSide side) {
    return new NotedBooking("booking-" + side.field());
  }
}
