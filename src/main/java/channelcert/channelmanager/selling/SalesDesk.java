package channelcert.channelmanager.selling;

import channelcert.channelmanager.mapping.ConfigurationStore;
import channelcert.channelmanager.mapping.Profile;
import channelcert.channelmanager.reservation.Booking;
import channelcert.channelmanager.reservation.BookingCheck;
import channelcert.channelmanager.reservation.BookingDefinition;
import channelcert.channelmanager.reservation.BookingDesk;
import channelcert.channelmanager.reservation.BookingHistoryStore;
import channelcert.channelmanager.reservation.BookingStatus;
import channelcert.channelmanager.reservation.Guest;
import channelcert.channelmanager.reservation.Ordered;
import channelcert.channelmanager.reservation.ReservationDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sells: books, changes and cancels what can be booked. One order of a connection after the other,
 * so that this process never sells the last unit twice.
 */
public final class SalesDesk {
  private static final int LOCKS = 64;

  private final StaySearch search;
  private final BookingDesk desk;
  private final BookingHistoryStore bookings;
  private final ConfigurationStore configurations;
  private final Supplier<String> ids;
  private final List<ReentrantLock> locks =
      IntStream.range(0, LOCKS).mapToObj(each -> new ReentrantLock()).toList();

  /** Wires the work. */
  public SalesDesk(
      StaySearch search,
      BookingDesk desk,
      BookingHistoryStore bookings,
      ConfigurationStore configurations,
      Supplier<String> ids) {
    this.search = search;
    this.desk = desk;
    this.bookings = bookings;
    this.configurations = configurations;
    this.ids = ids;
  }

  /** Books; the same identifier of the channel again answers the booking that it made. */
  public Sale book(Profile profile, BookingRequest request) {
    return alone(
        profile,
        () -> {
          Optional<String> earlier =
              request.channelId() == null
                  ? Optional.empty()
                  : bookings.ofChannel(profile.id(), request.channelId());
          return earlier.<Sale>map(Sale.Done::new).orElseGet(() -> bookNew(profile, request));
        });
  }

  private Sale bookNew(Profile profile, BookingRequest request) {
    String reference = "B-" + chosen();
    Quote quote = new Quote(search, profile, Optional.empty(), false);
    List<ReservationDefinition> stays = quote.stays(request.stays());
    if (quote.problem() != null) {
      return quote.problem();
    }
    BookingDefinition definition =
        new BookingDefinition(
            reference,
            request.channelId() == null ? "CH-" + chosen() : request.channelId(),
            profile.connection().priceSide(),
            quote.currencyCode(),
            request.sourceCode(),
            null,
            request.customer(),
            stays,
            null,
            null,
            null);
    @Nullable Sale refused = checked(profile, definition);
    if (refused != null) {
      return refused;
    }
    desk.send(profile.connection(), definition);
    return new Sale.Done(reference);
  }

  /** Replaces a booking; what is left out is cancelled, what stays as it was keeps its price. */
  public Sale modify(Profile profile, String reference, Guest customer, List<WantedStay> stays) {
    return alone(
        profile,
        () -> {
          Optional<Booking> booking = bookings.find(profile.id(), reference);
          Optional<BookingDefinition> before =
              BookingContents.newest(bookings, profile.id(), reference);
          if (booking.isEmpty() || before.isEmpty()) {
            return unknown(reference);
          }
          return change(profile, booking.get(), before.get(), customer, stays);
        });
  }

  private Sale change(
      Profile profile,
      Booking booking,
      BookingDefinition before,
      Guest customer,
      List<WantedStay> stays) {
    if (booking.status() == BookingStatus.CANCELLED) {
      return new Sale.Refused(
          Sale.Reason.CONFLICT, "The booking is cancelled; make a new one instead.");
    }
    boolean takesUnits = booking.status() != BookingStatus.REFUSED;
    Quote quote = new Quote(search, profile, Optional.of(before), takesUnits);
    List<ReservationDefinition> reservations = quote.stays(stays);
    if (quote.problem() != null) {
      return quote.problem();
    }
    BookingDefinition after =
        new BookingDefinition(
            before.reference(),
            before.channelId(),
            before.side(),
            before.currencyCode(),
            before.sourceCode(),
            null,
            customer,
            reservations,
            null,
            before.newChannel(),
            before.blockCode());
    @Nullable Sale refused = checked(profile, after);
    if (refused != null) {
      return refused;
    }
    if (Sameness.same(before, after)) {
      return new Sale.Refused(
          Sale.Reason.CONFLICT,
          booking.status() == BookingStatus.REFUSED
              ? "Mews refused exactly this booking; change what it complained about."
              : "Nothing is different from what Mews was sent last; change something first.");
    }
    return done(desk.modify(profile.connection(), after), booking.reference());
  }

  /** Cancels a booking as a whole. */
  public Sale cancel(Profile profile, String reference) {
    return alone(
        profile,
        () -> {
          Optional<Booking> booking = bookings.find(profile.id(), reference);
          if (booking.isEmpty()) {
            return unknown(reference);
          }
          if (booking.get().status() == BookingStatus.CANCELLED) {
            return new Sale.Refused(Sale.Reason.CONFLICT, "The booking is cancelled already.");
          }
          if (!profile.connection().active()) {
            return inactive();
          }
          return done(desk.cancel(profile.connection(), reference), reference);
        });
  }

  private @Nullable Sale checked(Profile profile, BookingDefinition definition) {
    if (!profile.connection().active()) {
      return inactive();
    }
    List<String> problems = BookingCheck.problems(definition, configurations.mapping(profile.id()));
    return problems.isEmpty()
        ? null
        : new Sale.Refused(Sale.Reason.INVALID, String.join(" ", problems));
  }

  private static Sale inactive() {
    return new Sale.Refused(
        Sale.Reason.CONFLICT,
        "The connection is not active; switch it on in its settings, then try again.");
  }

  private static Sale unknown(String reference) {
    return new Sale.Refused(
        Sale.Reason.UNKNOWN, "There is no booking " + reference + " that was made here.");
  }

  private static Sale done(Ordered ordered, String reference) {
    return ordered == Ordered.STORED ? new Sale.Done(reference) : unknown(reference);
  }

  private Sale alone(Profile profile, Supplier<Sale> order) {
    ReentrantLock lock = locks.get((int) (profile.id() % LOCKS));
    lock.lock();
    try {
      return Objects.requireNonNull(order.get());
    } finally {
      lock.unlock();
    }
  }

  private String chosen() {
    return ids.get().replace("-", "").substring(0, 12).toUpperCase(Locale.ROOT);
  }
}
