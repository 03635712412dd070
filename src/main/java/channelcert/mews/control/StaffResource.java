package channelcert.mews.control;

import channelcert.contract.control.ChangeStaffBookingCommand;
import channelcert.contract.control.MakeStaffBookingCommand;
import channelcert.contract.control.MoveReservationCommand;
import channelcert.contract.control.ReadStaffBookingsCommand;
import channelcert.contract.control.StaffBookingCommand;
import channelcert.contract.control.StaffBookingView;
import channelcert.contract.control.StaffBookings;
import channelcert.contract.control.api.StaffApi;
import channelcert.mews.MewsControl;
import channelcert.mews.reservation.outgoing.HouseGroup;
import channelcert.mews.reservation.outgoing.StaffDesk;
import channelcert.mews.reservation.outgoing.TimeState;
import java.util.List;

/** Bookings as hotel staff handle them. */
public final class StaffResource implements StaffApi {
  private final MewsControl mews;
  private final StaffDesk desk;
  private final ControlStore store;

  StaffResource(MewsControl mews, ControlStore store) {
    this.mews = mews;
    this.desk = mews.staff();
    this.store = store;
  }

  @Override
  public StaffBookingView makeStaffBooking(MakeStaffBookingCommand command) {
    String property = store.known(command.propertyId());
    return view(
        desk.create(property, StaffMapper.booking(command.booking(), mews.property(property))));
  }

  @Override
  public StaffBookingView changeStaffBooking(ChangeStaffBookingCommand command) {
    String property = store.known(command.propertyId());
    return view(
        desk.change(
            property,
            known(property, command.bookingId()).id(),
            StaffMapper.booking(command.booking(), mews.property(property))));
  }

  @Override
  public StaffBookingView moveReservation(MoveReservationCommand command) {
    String property = store.known(command.propertyId());
    return view(
        desk.move(
            property,
            known(property, command.bookingId()).id(),
            command.confirmationNumber(),
            TimeState.valueOf(command.timeState().name())));
  }

  @Override
  public StaffBookingView cancelStaffBooking(StaffBookingCommand command) {
    String property = store.known(command.propertyId());
    return view(desk.cancel(property, known(property, command.bookingId()).id()));
  }

  @Override
  public StaffBookings readStaffBookings(ReadStaffBookingsCommand command) {
    String property = store.known(command.propertyId());
    List<HouseGroup> groups =
        command.bookingId() == null
            ? desk.groups(property)
            : List.of(known(property, command.bookingId()));
    return new StaffBookings(groups.stream().map(this::view).toList());
  }

  private HouseGroup known(String property, String bookingId) {
    return desk.groups(property).stream()
        .filter(group -> group.id().equals(bookingId))
        .findFirst()
        .orElseThrow(
            () ->
                ControlRefusal.notFound(
                    "There is no booking "
                        + bookingId
                        + " at the property; readStaffBookings shows those that exist."));
  }

  private StaffBookingView view(HouseGroup group) {
    return StaffMapper.view(group, desk.messages(group.propertyId(), group.id()));
  }
}
