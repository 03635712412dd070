package channelcert.cli;

import channelcert.contract.control.Guests;
import channelcert.contract.control.MakeStaffBookingCommand;
import channelcert.contract.control.MoveReservationCommand;
import channelcert.contract.control.OutgoingMessage;
import channelcert.contract.control.Person;
import channelcert.contract.control.ReadStaffBookingsCommand;
import channelcert.contract.control.StaffBooking;
import channelcert.contract.control.StaffBookingCommand;
import channelcert.contract.control.StaffBookingView;
import channelcert.contract.control.StaffReservation;
import channelcert.contract.control.StaffReservationView;
import channelcert.contract.control.TimeState;
import channelcert.contract.control.client.StaffClient;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Bookings as hotel staff handle them. */
final class TriggerStaff {
  private TriggerStaff() {}

  private static String line(StaffBookingView booking) {
    StringBuilder text =
        new StringBuilder(
            "%s  %s %s  %s"
                .formatted(
                    booking.bookingId(),
                    booking.totalGross(),
                    booking.currencyCode(),
                    booking.channelManagerId() == null
                        ? "made by staff"
                        : "from the channel manager as " + booking.channelManagerId()));
    for (StaffReservationView each : booking.reservations()) {
      text.append(
          "%n  %s  %s  %s %s  %s to %s"
              .formatted(
                  each.confirmationNumber(),
                  each.timeState(),
                  each.ratePlanCode(),
                  each.spaceTypeCode(),
                  each.arrival(),
                  each.departure()));
    }
    for (OutgoingMessage each : booking.messages()) {
      text.append(
          "%n  told %s: %s, sent %d times%s"
              .formatted(
                  each.connection(),
                  each.state(),
                  each.attempts(),
                  each.lastProblem() == null ? "" : ", last problem: " + each.lastProblem()));
    }
    return text.toString();
  }

  /** Makes a booking. */
  @Command(
      name = "book",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Makes a booking of one reservation as hotel staff, for example:",
        "  trigger book --category DBL --rate FLX --arrival 2027-04-01 --departure 2027-04-03"
      })
  static final class Book extends Trigger {
    @Option(names = "--category", paramLabel = "CODE", required = true, description = "Category.")
    private String category = "";

    @Option(names = "--rate", paramLabel = "CODE", required = true, description = "Rate plan.")
    private String rate = "";

    @Option(
        names = "--arrival",
        paramLabel = "DATE",
        required = true,
        description = "Day of arrival.")
    private LocalDate arrival = LocalDate.EPOCH;

    @Option(
        names = "--departure",
        paramLabel = "DATE",
        required = true,
        description = "Day of departure, no night of the stay.")
    private LocalDate departure = LocalDate.EPOCH;

    @Option(names = "--adults", defaultValue = "1", description = "Persons (default: 1).")
    private int adults = 1;

    @Option(
        names = "--name",
        defaultValue = "Jansen",
        description = "Family name of the customer (default: ${DEFAULT-VALUE}).")
    private String name = "Jansen";

    @Option(
        names = "--price",
        paramLabel = "AMOUNT",
        arity = "1..*",
        description = "Gross price of each night; from the price list when absent.")
    private List<BigDecimal> gross = new ArrayList<>();

    @Override
    void act(ControlCaller control) {
      StaffReservation reservation =
          StaffReservation.builder()
              .spaceTypeCode(category)
              .ratePlanCode(rate)
              .arrival(arrival)
              .departure(departure)
              .guestCounts(List.of(new Guests("Adult", adults)))
              .nightsGross(gross.isEmpty() ? null : gross)
              .build();
      StaffBooking booking =
          StaffBooking.builder()
              .customer(Person.builder().lastName(name).build())
              .reservations(List.of(reservation))
              .build();
      StaffBookingView made =
          control.call(
              StaffClient.MAKE_STAFF_BOOKING,
              new MakeStaffBookingCommand(property(control), booking));
      show(made, List.of(line(made)), "");
    }
  }

  /** Moves a reservation on. */
  @Command(
      name = "move",
      mixinStandardHelpOptions = true,
      description = "Moves the reservations of a booking on.")
  static final class Move extends Trigger {
    @Parameters(paramLabel = "BOOKING", description = "Identifier; staff-bookings shows them.")
    private String booking = "";

    @Parameters(
        paramLabel = "STATE",
        description = "optional, confirmed, checked_in, checked_out, canceled, no_show.")
    private TimeState state = TimeState.CONFIRMED;

    @Option(
        names = "--reservation",
        paramLabel = "NUMBER",
        description = "Only this one, by its confirmation number.")
    private String number = "";

    @Override
    void act(ControlCaller control) {
      String property = property(control);
      List<StaffReservationView> all =
          control
              .call(
                  StaffClient.READ_STAFF_BOOKINGS, new ReadStaffBookingsCommand(property, booking))
              .bookings()
              .getFirst()
              .reservations();
      List<String> numbers =
          number.isEmpty()
              ? all.stream().map(StaffReservationView::confirmationNumber).toList()
              : List.of(number);
      numbers.forEach(
          each ->
              control.call(
                  StaffClient.MOVE_RESERVATION,
                  new MoveReservationCommand(property, booking, each, state)));
      done("Reservations %s are now %s.".formatted(numbers, state));
    }
  }

  /** Cancels a booking. */
  @Command(
      name = "cancel",
      mixinStandardHelpOptions = true,
      description = "Cancels a booking as a whole, also one that a channel manager made.")
  static final class Cancel extends Trigger {
    @Parameters(paramLabel = "BOOKING", description = "Identifier; staff-bookings shows them.")
    private String booking = "";

    @Override
    void act(ControlCaller control) {
      control.call(
          StaffClient.CANCEL_STAFF_BOOKING, new StaffBookingCommand(property(control), booking));
      done("Booking " + booking + " is cancelled.");
    }
  }

  /** Shows bookings as the property sees them. */
  @Command(
      name = "staff-bookings",
      mixinStandardHelpOptions = true,
      description = "Shows every booking of the property, with the messages about it.")
  static final class Bookings extends Trigger {
    @Override
    void act(ControlCaller control) {
      var bookings =
          control.call(
              StaffClient.READ_STAFF_BOOKINGS,
              ReadStaffBookingsCommand.builder().propertyId(property(control)).build());
      show(bookings, bookings.bookings().stream().map(TriggerStaff::line).toList(), "No bookings.");
    }
  }
}
