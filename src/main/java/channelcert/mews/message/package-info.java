/** Messages about bookings and blocks that wait: to be processed, to be reported, to be sent. */
@NullMarked
package channelcert.mews.message;

import org.jspecify.annotations.NullMarked;
