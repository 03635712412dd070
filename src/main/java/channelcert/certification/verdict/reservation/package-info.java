/** What a booking, its change and its cancellation have to look like, judged from recorded JSON. */
@NullMarked
package channelcert.certification.verdict.reservation;

import org.jspecify.annotations.NullMarked;
