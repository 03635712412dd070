package channelcert.certification.catalogue.reservation;

import static channelcert.certification.catalogue.CertificationTest.test;

import channelcert.certification.candidate.Capabilities;
import channelcert.certification.catalogue.Area;
import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.verdict.reservation.ChangeChecks;
import channelcert.certification.verdict.reservation.DeliveryChecks;
import channelcert.certification.verdict.reservation.MultiChecks;
import channelcert.certification.verdict.reservation.NotedBooking;
import channelcert.certification.verdict.reservation.PriceSide;
import java.util.List;
import java.util.Locale;

/**
 * A booking of three spaces under two rate plans: sent, changed, cancelled (RES-7 to RES-9 with
 * gross prices, RES-10 to RES-12 with net prices).
 *
 * @param firstCode number of the first of the three rows
 * @param daysAhead days from today on which no other row of the run books
 */
public record MultiReservation(PriceSide side, int firstCode, int daysAhead) {
  private static final NotedBooking BOOKING = new NotedBooking("booking");

  public static final MultiReservation GROSS = new MultiReservation(PriceSide.GROSS, 7, 120);
  public static final MultiReservation NET = new MultiReservation(PriceSide.NET, 10, 150);

  /** The booking is sent for the first time. */
  public CertificationTest create() {
    CertificationTest.Builder row =
        test("RES-" + firstCode, id("create"))
            .title("Multiple space " + side.field() + " reservation")
            .scenario(
                "The channel manager sends three reservations under two rate plans in one message,"
                    + " with "
                    + side.field()
                    + " prices that differ from night to night.")
            .uses(Area.AVAILABILITY)
            .claimedBy(this::isClaimed)
            .step(steps().send());
    new BookingExpectations(row, BOOKING, List.of())
        .arrives()
        .wire(
            "one-group",
            "The booking is one group in one message",
            DeliveryChecks.oneGroup(BOOKING))
        .wire(
            "three-reservations",
            "The message holds exactly three reservations",
            MultiChecks.threeReservations(BOOKING))
        .wire("two-rates", "Two rate plans are booked", MultiChecks.twoRates(BOOKING))
        .wire(
            "night-amounts-differ",
            "The nights of a reservation have different amounts",
            MultiChecks.nightAmountsDiffer(BOOKING))
        .defines(side)
        .isConfirmed()
        .isStored();
    return row.build();
  }

  /** A space is removed, another gets other days, the third stays as it is. */
  public CertificationTest change() {
    List<String> before = List.of(id("create"));
    CertificationTest.Builder row =
        test("RES-" + (firstCode + 1), id("change"))
            .title("Modify the multiple space " + side.field() + " reservation")
            .scenario(
                "The channel manager "
                    + changedSpaces()
                    + ", lengthens another stay by a night, and repeats the third reservation as it"
                    + " was.")
            .buildsOn(id("create"))
            .uses(Area.AVAILABILITY)
            .claimedBy(this::isClaimed)
            .step(steps().modify(id("create"), this::changed));
    new BookingExpectations(row, BOOKING, before)
        .arrives()
        .names()
        .wire(
            "space-changed",
            "A space is added or removed",
            ChangeChecks.spaceChanged(BOOKING, before))
        .wire(
            "dates-changed",
            "Another reservation has other days",
            ChangeChecks.datesChanged(BOOKING, before))
        .wire(
            "third-unchanged",
            "The third reservation is repeated unchanged",
            ChangeChecks.thirdUnchanged(BOOKING, before))
        .defines(side)
        .isConfirmed()
        .isStored();
    return row.build();
  }

  /** The booking is cancelled. */
  public CertificationTest cancel() {
    CertificationTest.Builder row =
        test("RES-" + (firstCode + 2), id("cancel"))
            .title("Cancel the multiple space " + side.field() + " reservation")
            .scenario("The channel manager cancels the booking with all its spaces.")
            .buildsOn(id("create"))
            .buildsOn(id("change"))
            .uses(Area.AVAILABILITY)
            .claimedBy(this::isClaimed)
            .step(steps().cancel(id("create")));
    Cancellation.expectedIn(row, BOOKING, List.of(id("create"), id("change")));
    return row.build();
  }

  private String changedSpaces() {
    return side == PriceSide.GROSS ? "removes a space" : "exchanges a space for a new one";
  }

  /** Gross only removes; net also adds, so that a new code has to get a new number. */
  private BookingPlan changed(BookingPlan before, BookingPlanner planner) {
    BookingPlan smaller =
        before.with(
            List.of(before.spaces().get(1).lengthened(planner.amount()), before.spaces().get(2)));
    return side == PriceSide.GROSS ? smaller : smaller.and(planner.another(before, "04"));
  }

  /** A candidate that works with the other side of prices only sends no such booking. */
  private boolean isClaimed(Capabilities capabilities) {
    return capabilities.pricing().stream().anyMatch(each -> each.name().equals(side.name()));
  }

  private BookingSteps steps() {
    String name = String.format(Locale.ROOT, "R%02d", firstCode);
    return new BookingSteps(BOOKING, planner -> planner.multi(name, side), daysAhead);
  }

  private String id(String action) {
    return "reservation/multi-" + side.field() + "-" + action;
  }
}
