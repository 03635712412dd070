package channelcert.channelmanager.reservation;

import static channelcert.store.channelmanager.Tables.BOOKED_RESERVATION;
import static channelcert.store.channelmanager.Tables.BOOKING;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import channelcert.store.Database;
import channelcert.store.channelmanager.tables.records.BookingRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Bookings and their reservations. */
public final class BookingStore {
  private final Database database;

  public BookingStore(Database database) {
    this.database = database;
  }

  /**
   * Bookings of a connection in the order of their references.
   *
   * @param references which ones, absent for all
   */
  public List<Booking> list(long connectionId, @Nullable Collection<String> references) {
    Condition wanted = references == null ? DSL.noCondition() : BOOKING.REFERENCE.in(references);
    Map<String, List<BookedReservation>> reservations =
        reservations(
            database.dsl(),
            connectionId,
            references == null ? DSL.noCondition() : BOOKED_RESERVATION.REFERENCE.in(references));
    return database
        .dsl()
        .selectFrom(BOOKING)
        .where(BOOKING.CONNECTION_ID.eq(connectionId))
        .and(wanted)
        .orderBy(BOOKING.REFERENCE)
        .fetch(row -> booking(row, reservations));
  }

  /** Finds a booking and keeps others from changing it until the transaction ends. */
  Optional<Booking> lock(DSLContext dsl, long connectionId, String reference) {
    return dsl.selectFrom(BOOKING)
        .where(BOOKING.CONNECTION_ID.eq(connectionId))
        .and(BOOKING.REFERENCE.eq(reference))
        .forUpdate()
        .fetchOptional()
        .map(
            row ->
                booking(
                    row,
                    reservations(dsl, connectionId, BOOKED_RESERVATION.REFERENCE.eq(reference))));
  }

  /**
   * Stores a booking as sent; a known one with this reference is forgotten. The booking is written
   * before its reservations, in the order in which a confirmation locks them, and its row stays.
   */
  void start(DSLContext dsl, long connectionId, BookingDefinition booking, String messageId) {
    BookingRecord row =
        new BookingRecord(
            connectionId,
            booking.reference(),
            booking.channelId(),
            BookingStatus.SENT.name(),
            messageId);
    dsl.insertInto(BOOKING)
        .set(row)
        .onConflict(BOOKING.CONNECTION_ID, BOOKING.REFERENCE)
        .doUpdate()
        .set(row)
        .execute();
    dsl.deleteFrom(BOOKED_RESERVATION)
        .where(BOOKED_RESERVATION.CONNECTION_ID.eq(connectionId))
        .and(BOOKED_RESERVATION.REFERENCE.eq(booking.reference()))
        .execute();
    addReservations(dsl, connectionId, booking.reference(), booking.codes());
  }

  /** Notes that a new message about a known booking leaves; reservations left out are cancelled. */
  void resend(
      DSLContext dsl,
      long connectionId,
      String reference,
      Collection<String> remaining,
      String messageId) {
    dsl.update(BOOKING)
        .set(BOOKING.STATUS, BookingStatus.SENT.name())
        .set(BOOKING.LAST_MESSAGE_ID, messageId)
        .where(BOOKING.CONNECTION_ID.eq(connectionId))
        .and(BOOKING.REFERENCE.eq(reference))
        .execute();
    dsl.update(BOOKED_RESERVATION)
        .set(
            BOOKED_RESERVATION.CANCELLED, DSL.field(DSL.not(BOOKED_RESERVATION.CODE.in(remaining))))
        .where(BOOKED_RESERVATION.CONNECTION_ID.eq(connectionId))
        .and(BOOKED_RESERVATION.REFERENCE.eq(reference))
        .execute();
    addReservations(dsl, connectionId, reference, remaining);
  }

  /** Sets the status, but only as long as no newer message about the booking has left. */
  void setStatus(
      DSLContext dsl, long connectionId, String reference, String messageId, BookingStatus status) {
    dsl.update(BOOKING)
        .set(BOOKING.STATUS, status.name())
        .where(BOOKING.CONNECTION_ID.eq(connectionId))
        .and(BOOKING.REFERENCE.eq(reference))
        .and(BOOKING.LAST_MESSAGE_ID.eq(messageId))
        .execute();
  }

  void setConfirmationNumber(
      DSLContext dsl, long connectionId, String reference, ConfirmedReservation confirmed) {
    dsl.update(BOOKED_RESERVATION)
        .set(BOOKED_RESERVATION.CONFIRMATION_NUMBER, confirmed.number())
        .where(BOOKED_RESERVATION.CONNECTION_ID.eq(connectionId))
        .and(BOOKED_RESERVATION.REFERENCE.eq(reference))
        .and(BOOKED_RESERVATION.CODE.eq(confirmed.code()))
        .execute();
  }

  private static void addReservations(
      DSLContext dsl, long connectionId, String reference, Collection<String> codes) {
    for (String code : codes) {
      dsl.insertInto(BOOKED_RESERVATION)
          .values(connectionId, reference, code, null, false)
          .onConflictDoNothing()
          .execute();
    }
  }

  private static Map<String, List<BookedReservation>> reservations(
      DSLContext dsl, long connectionId, Condition wanted) {
    return dsl
        .selectFrom(BOOKED_RESERVATION)
        .where(BOOKED_RESERVATION.CONNECTION_ID.eq(connectionId))
        .and(wanted)
        .orderBy(BOOKED_RESERVATION.CODE)
        .stream()
        .collect(
            groupingBy(
                row -> row.getReference(),
                mapping(
                    row ->
                        new BookedReservation(
                            row.getCode(), row.getConfirmationNumber(), row.getCancelled()),
                    toList())));
  }

  private static Booking booking(
      BookingRecord row, Map<String, List<BookedReservation>> reservations) {
    return new Booking(
        row.getReference(),
        row.getChannelId(),
        BookingStatus.valueOf(row.getStatus()),
        row.getLastMessageId(),
        reservations.getOrDefault(row.getReference(), List.of()));
  }
}
