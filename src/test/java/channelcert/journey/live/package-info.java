/** Tests of runs from the portal. */
@NullMarked
package channelcert.journey.live;

import org.jspecify.annotations.NullMarked;
