/** Runs of the tests from the portal, while they go on: started, watched, paused, answered. */
@NullMarked
package channelcert.journey.live;

import org.jspecify.annotations.NullMarked;
