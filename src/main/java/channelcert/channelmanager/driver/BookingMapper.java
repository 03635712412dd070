package channelcert.channelmanager.driver;

import channelcert.channelmanager.mapping.Pair;
import channelcert.channelmanager.mapping.PriceSide;
import channelcert.channelmanager.reservation.BookedReservation;
import channelcert.channelmanager.reservation.Booking;
import channelcert.channelmanager.reservation.BookingDefinition;
import channelcert.channelmanager.reservation.CardNumber;
import channelcert.channelmanager.reservation.Guest;
import channelcert.channelmanager.reservation.LoggedError;
import channelcert.channelmanager.reservation.ProductLine;
import channelcert.channelmanager.reservation.ReservationDefinition;
import channelcert.channelmanager.reservation.Stay;
import channelcert.contract.driver.BookingOrder;
import channelcert.contract.driver.BookingStatus;
import channelcert.contract.driver.ErrorLogEntry;
import channelcert.contract.driver.Person;
import channelcert.contract.driver.ProductOrder;
import channelcert.contract.driver.ReservationOrder;
import channelcert.contract.driver.StoredBooking;
import channelcert.contract.driver.StoredReservation;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Between the driver's words for bookings and ours. */
final class BookingMapper {
  private BookingMapper() {}

  static BookingDefinition definition(BookingOrder order) {
    return new BookingDefinition(
        order.channelManagerId(),
        order.channelId(),
        PriceSide.valueOf(order.pricing().name()),
        order.currencyCode(),
        order.sourceCode(),
        order.cardNumber() == null ? null : new CardNumber(order.cardNumber()),
        guest(order.customer()),
        order.reservations().stream().map(BookingMapper::reservation).toList(),
        order.totalAmount(),
        order.sourceName(),
        order.availabilityBlockCode());
  }

  private static ReservationDefinition reservation(ReservationOrder order) {
    return new ReservationDefinition(
        order.code(),
        new Pair(order.ratePlanCode(), order.spaceTypeCode()),
        new Stay(order.from(), order.to()),
        order.nightAmounts(),
        order.adults(),
        order.children(),
        orNone(order.companions()).stream().map(BookingMapper::guest).toList(),
        orNone(order.products()).stream().map(BookingMapper::product).toList());
  }

  private static Guest guest(Person person) {
    return new Guest(person.firstName(), person.lastName());
  }

  private static ProductLine product(ProductOrder order) {
    return new ProductLine(order.code(), order.count(), order.amount());
  }

  static StoredBooking stored(Booking booking) {
    return StoredBooking.builder()
        .channelManagerId(booking.reference())
        .status(BookingStatus.valueOf(booking.status().name()))
        .reservations(booking.reservations().stream().map(BookingMapper::stored).toList())
        .build();
  }

  private static StoredReservation stored(BookedReservation reservation) {
    return StoredReservation.builder()
        .code(reservation.code())
        .confirmationNumber(reservation.confirmationNumber())
        .cancelled(reservation.cancelled())
        .build();
  }

  static ErrorLogEntry entry(LoggedError error) {
    return ErrorLogEntry.builder()
        .at(error.at().atOffset(ZoneOffset.UTC))
        .operation(error.operation())
        .channelManagerId(error.reference())
        .code(error.code())
        .message(error.message())
        .build();
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
