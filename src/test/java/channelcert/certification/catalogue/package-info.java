/** The rows about reservations as declared, and the bookings they draw. */
@NullMarked
package channelcert.certification.catalogue;

import org.jspecify.annotations.NullMarked;
