/** Bookings on their way to Mews and the confirmation numbers that come back. */
@NullMarked
package channelcert.channelmanager.reservation;

import org.jspecify.annotations.NullMarked;
