/** Reservation groups: received, checked, stored and confirmed. */
@NullMarked
package channelcert.mews.reservation;

import org.jspecify.annotations.NullMarked;
