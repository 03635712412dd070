/** Links that show a case, read-only and for a time, to whoever holds them. */
@NullMarked
package channelcert.journey.share;

import org.jspecify.annotations.NullMarked;
