/** What a booking is and what a message does to it, as plain data and pure rules. */
@NullMarked
package channelcert.mews.reservation.group;

import org.jspecify.annotations.NullMarked;
