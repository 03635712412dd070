/**
 * Bookings that hotel staff make and change, and their way to the channel managers (domain
 * reference 7.7).
 */
@NullMarked
package channelcert.mews.reservation.outgoing;

import org.jspecify.annotations.NullMarked;
