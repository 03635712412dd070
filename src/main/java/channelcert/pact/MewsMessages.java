package channelcert.pact;

import channelcert.contract.Operation;
import channelcert.contract.control.BlockPickup;
import channelcert.contract.control.BlockRelease;
import channelcert.contract.control.BlockUnits;
import channelcert.contract.control.BlockView;
import channelcert.contract.control.Guests;
import channelcert.contract.control.MakeBlockCommand;
import channelcert.contract.control.MakeStaffBookingCommand;
import channelcert.contract.control.OutgoingMessage;
import channelcert.contract.control.Person;
import channelcert.contract.control.PropertyCommand;
import channelcert.contract.control.ReadStaffBookingsCommand;
import channelcert.contract.control.StaffBlock;
import channelcert.contract.control.StaffBlockCategory;
import channelcert.contract.control.StaffBooking;
import channelcert.contract.control.StaffBookingView;
import channelcert.contract.control.StaffReservation;
import channelcert.contract.control.client.BlocksClient;
import channelcert.contract.control.client.StaffClient;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Has a Mews side send a booking or a block of its own, and tells the message's identifier. */
final class MewsMessages {
  private static final LocalDate FIRST = LocalDate.parse("2027-05-14");
  private static final LocalDate END = LocalDate.parse("2027-05-16");
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Orders orders;

  /** Gives an order to the control API. */
  interface Orders {
    <Q, A> A order(Operation<Q, A> operation, Q command);
  }

  MewsMessages(Orders orders) {
    this.orders = orders;
  }

  Map<String, String> booking(String property, String connection, ProviderState state) {
    StaffReservation reservation =
        StaffReservation.builder()
            .spaceTypeCode(state.text("spaceTypeCode"))
            .ratePlanCode(state.text("ratePlanCode"))
            .arrival(FIRST)
            .departure(END)
            .guestCounts(List.of(new Guests("Adult", 1)))
            .build();
    StaffBooking booking =
        StaffBooking.builder().customer(person("Smit")).reservations(List.of(reservation)).build();
    StaffBookingView made =
        orders.order(
            StaffClient.MAKE_STAFF_BOOKING, new MakeStaffBookingCommand(property, booking));
    String messageId =
        await("a message about the booking", () -> message(bookingMessages(made), connection));
    return Map.of(
        "messageId",
        messageId,
        "confirmationNumber",
        made.reservations().getFirst().confirmationNumber());
  }

  private List<OutgoingMessage> bookingMessages(StaffBookingView made) {
    return orders
        .order(
            StaffClient.READ_STAFF_BOOKINGS,
            new ReadStaffBookingsCommand(made.propertyId(), made.bookingId()))
        .bookings()
        .getFirst()
        .messages();
  }

  Map<String, String> block(String property, String connection, ProviderState state) {
    StaffBlock block =
        StaffBlock.builder()
            .name("Dance festival")
            .start(FIRST)
            .end(END)
            .ratePlanCode(state.text("ratePlanCode"))
            .release(new BlockRelease(null, "P3D"))
            .pickupType(BlockPickup.INDIVIDUAL_GROUPS)
            .booker(person("Mulder"))
            .categories(
                List.of(
                    new StaffBlockCategory(
                        state.text("spaceTypeCode"), List.of(new BlockUnits(FIRST, END, 1)))))
            .build();
    String number =
        orders
            .order(BlocksClient.MAKE_BLOCK, new MakeBlockCommand(property, block))
            .confirmationNumber();
    String messageId =
        await(
            "a message about the block",
            () -> message(blockMessages(property, number), connection));
    return Map.of("messageId", messageId, "confirmationNumber", number);
  }

  private List<OutgoingMessage> blockMessages(String property, String number) {
    return orders.order(BlocksClient.READ_BLOCKS, new PropertyCommand(property)).blocks().stream()
        .filter(each -> each.confirmationNumber().equals(number))
        .map(BlockView::messages)
        .flatMap(List::stream)
        .toList();
  }

  private static @Nullable String message(List<OutgoingMessage> messages, String connection) {
    for (OutgoingMessage each : messages) {
      if (each.connection().equals(connection) && each.messageId() != null) {
        return each.messageId();
      }
    }
    return null;
  }

  /** Asks again until there is something. */
  static String await(String what, Supplier<@Nullable String> asked) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      String found = asked.get();
      if (found != null) {
        return found;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
    throw new States.StateNotSet(
        what + " did not leave Mews within " + PATIENCE.toSeconds() + " s");
  }

  private static Person person(String lastName) {
    return Person.builder().lastName(lastName).build();
  }
}
