package channelcert.channelmanager.reservation;

import channelcert.channelmanager.mapping.Refusal;
import channelcert.store.Database;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Changes of bookings together with their messages and errors, each in one transaction. */
public final class ReservationStore {
  private final Database database;
  private final BookingStore bookings;
  private final OutboxStore outbox;
  private final ErrorLogStore errors;

  /** Joins the three stores. */
  public ReservationStore(
      Database database, BookingStore bookings, OutboxStore outbox, ErrorLogStore errors) {
    this.database = database;
    this.bookings = bookings;
    this.outbox = outbox;
    this.errors = errors;
  }

  /** Stores a booking that starts here and now, whatever was known under its reference. */
  void start(long connectionId, BookingDefinition booking, NewMessage message) {
    database.run(
        dsl -> {
          bookings.start(dsl, connectionId, booking, message.messageId());
          outbox.add(dsl, connectionId, message);
        });
  }

  /**
   * Stores a new definition of a known booking.
   *
   * @param remaining codes of the reservations that are not cancelled
   * @param writing makes the message from what was known
   */
  Ordered change(
      long connectionId,
      String reference,
      List<String> remaining,
      Function<Booking, NewMessage> writing) {
    return database.transact(
        dsl -> {
          Optional<Booking> known = bookings.lock(dsl, connectionId, reference);
          if (known.isEmpty()) {
            return Ordered.UNKNOWN_BOOKING;
          }
          NewMessage message = writing.apply(known.get());
          bookings.resend(dsl, connectionId, reference, remaining, message.messageId());
          outbox.add(dsl, connectionId, message);
          return Ordered.STORED;
        });
  }

  /**
   * Stores what Mews reports about a message, once.
   *
   * @param check refuses the report, given the booking that it is about
   * @param failures what to log when the report is an error
   * @return the refusals
   */
  List<Refusal> report(
      long connectionId,
      GroupReport report,
      Function<Optional<Booking>, List<Refusal>> check,
      List<LoggedError> failures) {
    return database.transact(
        dsl -> {
          Optional<Booking> booking = bookings.lock(dsl, connectionId, report.reference());
          List<Refusal> refusals = check.apply(booking);
          if (booking.isEmpty() || !refusals.isEmpty()) {
            return refusals;
          }
          MessageState state = failures.isEmpty() ? MessageState.CONFIRMED : MessageState.REFUSED;
          boolean news = outbox.confirmed(dsl, connectionId, report.messageId(), state);
          report
              .confirmed()
              .forEach(
                  each ->
                      bookings.setConfirmationNumber(dsl, connectionId, report.reference(), each));
          bookings.setStatus(
              dsl,
              connectionId,
              report.reference(),
              report.messageId(),
              status(booking.get(), state));
          if (news) {
            failures.forEach(failure -> errors.add(dsl, connectionId, failure));
          }
          return refusals;
        });
  }

  /** Mews took a message and will confirm it, unless it has done so already. */
  void accepted(OutgoingMessage message) {
    database.run(dsl -> outbox.answered(dsl, message, MessageState.ACCEPTED));
  }

  /** A message is never sent again. */
  void givenUp(OutgoingMessage message, List<LoggedError> failures) {
    database.run(
        dsl -> {
          failures.forEach(failure -> errors.add(dsl, message.connectionId(), failure));
          if (outbox.answered(dsl, message, MessageState.REFUSED)) {
            bookings.setStatus(
                dsl,
                message.connectionId(),
                message.reference(),
                message.messageId(),
                BookingStatus.REFUSED);
          }
        });
  }

  /** A message waits until it is released. */
  void held(OutgoingMessage message, List<LoggedError> failures) {
    database.run(
        dsl -> {
          failures.forEach(failure -> errors.add(dsl, message.connectionId(), failure));
          outbox.answered(dsl, message, MessageState.HELD);
        });
  }

  private static BookingStatus status(Booking booking, MessageState state) {
    if (state == MessageState.REFUSED) {
      return BookingStatus.REFUSED;
    }
    return booking.isCancelled() ? BookingStatus.CANCELLED : BookingStatus.CONFIRMED;
  }
}
