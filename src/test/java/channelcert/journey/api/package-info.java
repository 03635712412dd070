/** Tests of the portal over real HTTP. */
@NullMarked
package channelcert.journey.api;

import org.jspecify.annotations.NullMarked;
