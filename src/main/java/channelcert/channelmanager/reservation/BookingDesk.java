package channelcert.channelmanager.reservation;

import channelcert.channelmanager.mapping.ConfigurationStore;
import channelcert.channelmanager.mapping.Connection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes bookings, changes and cancellations of the channels and puts messages about them out. */
public final class BookingDesk {
  private final ReservationStore reservations;
  private final ConfigurationStore configurations;
  private final Outbox outbox;
  private final Supplier<String> ids;
  private final Runnable wakeWorker;

  /**
   * Wires the work.
   *
   * @param ids source of message ids
   * @param wakeWorker called when a message waits to be sent
   */
  public BookingDesk(
      ReservationStore reservations,
      ConfigurationStore configurations,
      Outbox outbox,
      Supplier<String> ids,
      Runnable wakeWorker) {
    this.reservations = reservations;
    this.configurations = configurations;
    this.outbox = outbox;
    this.ids = ids;
    this.wakeWorker = wakeWorker;
  }

  /** Takes a new booking; a known one with the same reference starts over. */
  public void send(Connection connection, BookingDefinition booking) {
    reservations.start(connection.id(), booking, definition(mapper(connection), booking, Set.of()));
    wakeWorker.run();
  }

  /** Replaces a booking; reservations that are left out are cancelled. */
  public Ordered modify(Connection connection, BookingDefinition booking) {
    ProcessGroupMapper mapper = mapper(connection);
    Ordered ordered =
        reservations.change(
            connection.id(),
            booking.reference(),
            booking.codes(),
            known -> definition(mapper, booking, Set.copyOf(known.codes())));
    wakeWorker.run();
    return ordered;
  }

  /** Cancels a booking as a whole. */
  public Ordered cancel(Connection connection, String reference) {
    Ordered ordered =
        reservations.change(connection.id(), reference, List.of(), this::cancellation);
    wakeWorker.run();
    return ordered;
  }

  private NewMessage definition(
      ProcessGroupMapper mapper, BookingDefinition booking, Set<String> known) {
    String messageId = ids.get();
    String body = mapper.definition(booking, messageId, known, channelName(booking));
    @Nullable HeldCard card =
        booking.card() == null ? null : new HeldCard(booking.card(), booking.customer().fullName());
    return outbox.announce(
        GroupCorrespondence.OPERATION, messageId, booking.reference(), body, card);
  }

  private NewMessage cancellation(Booking booking) {
    String messageId = ids.get();
    String body =
        ProcessGroupMapper.cancellation(messageId, booking.reference(), booking.channelId());
    return outbox.announce(
        GroupCorrespondence.OPERATION, messageId, booking.reference(), body, null);
  }

  private ProcessGroupMapper mapper(Connection connection) {
    return new ProcessGroupMapper(configurations.productPricing(connection.id()));
  }

  private String channelName(BookingDefinition booking) {
    Integer code = booking.sourceCode();
    return code == null ? "" : configurations.channelName(code).orElseGet(() -> "Channel " + code);
  }
}
