/** Bookings from Mews: taken, stored under our own codes, and confirmed. */
@NullMarked
package channelcert.channelmanager.incoming;

import org.jspecify.annotations.NullMarked;
