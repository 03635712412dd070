package channelcert.channelmanager.reservation;

import channelcert.channelmanager.mapping.Refusal;
import channelcert.channelmanager.mapping.RefusalCode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Takes what Mews reports about messages that it accepted earlier. Repetitions change nothing. */
public final class BookingConfirmations {
  private static final String OPERATION = "processGroup";

  private final ReservationStore reservations;
  private final CardsInFlight cards;
  private final Clock clock;

  /** Wires the work. */
  public BookingConfirmations(ReservationStore reservations, CardsInFlight cards, Clock clock) {
    this.reservations = reservations;
    this.cards = cards;
    this.clock = clock;
  }

  /**
   * Takes a report: confirmation numbers, or errors when Mews could not process the message.
   *
   * @return refusals; none when the report was taken
   */
  List<Refusal> take(long connectionId, GroupReport report) {
    List<LoggedError> failures =
        report.errors().stream().map(error -> failure(report, error)).toList();
    List<Refusal> refusals =
        reservations.report(connectionId, report, booking -> unknown(booking, report), failures);
    if (refusals.isEmpty()) {
      cards.forget(report.messageId());
    }
    return refusals;
  }

  private LoggedError failure(GroupReport report, ReportedError error) {
    return new LoggedError(
        clock.instant(), OPERATION, report.reference(), error.code(), error.message());
  }

  private static List<Refusal> unknown(Optional<Booking> booking, GroupReport report) {
    if (booking.isEmpty() && report.confirmed().isEmpty()) {
      return List.of(refusal("Booking " + report.reference()));
    }
    return report.confirmed().stream()
        .filter(each -> booking.filter(known -> known.codes().contains(each.code())).isEmpty())
        .map(
            each ->
                refusal(
                    "Reservation "
                        + each.number()
                        + " (code "
                        + each.code()
                        + ") of booking "
                        + report.reference()))
        .toList();
  }

  private static Refusal refusal(String what) {
    return Refusal.of(
        RefusalCode.RESERVATION_NOT_FOUND,
        what
            + " is not recorded in the channel manager. Look it up in Mews, enter it in the"
            + " extranet by hand if it is right, and do not send this confirmation again.");
  }
}
