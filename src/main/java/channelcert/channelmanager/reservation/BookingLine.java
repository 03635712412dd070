package channelcert.channelmanager.reservation;

/** A booking with the newest message about it. */
public record BookingLine(Booking booking, SentMessage newest) {}
