package channelcert.certification.catalogue.reservation;

import static channelcert.certification.catalogue.CertificationTest.test;

import channelcert.certification.candidate.Capabilities;
import channelcert.certification.catalogue.Area;
import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.verdict.reservation.CardCheck;
import channelcert.certification.verdict.reservation.ContentChecks;
import channelcert.certification.verdict.reservation.DeliveryChecks;
import channelcert.certification.verdict.reservation.GuestChecks;
import channelcert.certification.verdict.reservation.ModificationChecks;
import channelcert.certification.verdict.reservation.NotedBooking;
import channelcert.certification.verdict.reservation.PriceSide;
import java.util.List;

/**
 * A booking of one space for two adults and a child: sent, modified, cancelled (RES-1 to RES-3 with
 * gross prices, RES-4 to RES-6 with net prices).
 *
 * @param firstCode number of the first of the three rows
 * @param daysAhead days from today on which no other row of the run books
 */
public record SingleReservation(PriceSide side, int firstCode, int daysAhead) {
  private static final NotedBooking BOOKING = new NotedBooking("booking");

  public static final SingleReservation GROSS = new SingleReservation(PriceSide.GROSS, 1, 60);
  public static final SingleReservation NET = new SingleReservation(PriceSide.NET, 4, 90);

  /** The booking is sent for the first time. */
  public CertificationTest create() {
    CertificationTest.Builder row =
        test("RES-" + firstCode, id("create"))
            .title("Single " + side.field() + " reservation")
            .scenario(
                "The channel manager sends a booking of one space with "
                    + side.field()
                    + " prices, a test card, two adults, a child and a companion by name.")
            .uses(Area.AVAILABILITY)
            .claimedBy(this::isClaimed)
            .step(steps().send());
    BookingExpectations expectations =
        new BookingExpectations(row, BOOKING, List.of())
            .arrives()
            .wire("one-group", "The booking is one group", DeliveryChecks.oneGroup(BOOKING))
            .defines(side)
            .wire("card", "The booking carries a test card", CardCheck.card(BOOKING))
            .wire(
                "guests",
                "Two adults and a child are counted by age category",
                GuestChecks.twoAdultsAndAChild(BOOKING))
            .wire("companion", "A companion is named", GuestChecks.companion(BOOKING));
    if (side == PriceSide.GROSS) {
      expectations.wire(
          "channel", "The booking names the code of its channel", ContentChecks.channel(BOOKING));
    }
    expectations.isConfirmed().isStored();
    return row.build();
  }

  /** The same booking is sent with another definition. */
  public CertificationTest modify() {
    List<String> before = List.of(id("create"));
    CertificationTest.Builder row =
        test("RES-" + (firstCode + 1), id("modify"))
            .title("Modify the single " + side.field() + " reservation")
            .scenario(
                "The channel manager lengthens the stay by a night and changes a price, and sends"
                    + " the booking again as a whole.")
            .buildsOn(id("create"))
            .uses(Area.AVAILABILITY)
            .claimedBy(this::isClaimed)
            .step(
                steps()
                    .modify(
                        id("create"),
                        (plan, planner) ->
                            plan.with(
                                List.of(
                                    plan.spaces()
                                        .getFirst()
                                        .repriced(planner.amount())
                                        .lengthened(planner.amount())))));
    new BookingExpectations(row, BOOKING, before)
        .arrives()
        .names()
        .wire(
            "same-codes",
            "The reservation keeps its code",
            ModificationChecks.sameCodes(BOOKING, before))
        .wire(
            "changed",
            "The new definition differs from the one before",
            ModificationChecks.changed(BOOKING, before))
        .defines(side)
        .isConfirmed()
        .isStored();
    return row.build();
  }

  /** The booking is cancelled. */
  public CertificationTest cancel() {
    CertificationTest.Builder row =
        test("RES-" + (firstCode + 2), id("cancel"))
            .title("Cancel the single " + side.field() + " reservation")
            .scenario("The channel manager cancels the booking as a whole.")
            .buildsOn(id("create"))
            .buildsOn(id("modify"))
            .uses(Area.AVAILABILITY)
            .claimedBy(this::isClaimed)
            .step(steps().cancel(id("create")));
    Cancellation.expectedIn(row, BOOKING, List.of(id("create"), id("modify")));
    return row.build();
  }

  /** A candidate that works with the other side of prices only sends no such booking. */
  private boolean isClaimed(Capabilities capabilities) {
    return capabilities.pricing().stream().anyMatch(each -> each.name().equals(side.name()));
  }

  private BookingSteps steps() {
    return new BookingSteps(BOOKING, planner -> planner.single("R0" + firstCode, side), daysAhead);
  }

  private String id(String action) {
    return "reservation/single-" + side.field() + "-" + action;
  }
}
