package channelcert.channelmanager.reservation;

import java.util.List;

/**
 * What Mews reports about one message.
 *
 * @param messageId the message that is reported about
 * @param reference the booking
 * @param confirmed reservations with their numbers
 * @param errors why it was not processed; none when it was
 */
record GroupReport(
    String messageId,
    String reference,
    List<ConfirmedReservation> confirmed,
    List<ReportedError> errors) {}
