/** The call of a certification: offered times, booking, protocol, and its entry in calendars. */
@NullMarked
package channelcert.journey.call;

import org.jspecify.annotations.NullMarked;
