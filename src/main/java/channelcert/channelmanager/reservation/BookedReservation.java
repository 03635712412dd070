package channelcert.channelmanager.reservation;

import org.jspecify.annotations.Nullable;

/**
 * One reservation of a stored booking.
 *
 * @param confirmationNumber Mews' number, absent until confirmed
 * @param cancelled whether the channel cancelled it
 */
public record BookedReservation(
    String code, @Nullable String confirmationNumber, boolean cancelled) {}
