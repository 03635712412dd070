/**
 * The way of a channel manager through its certification: from the request to production, the pilot
 * and re-certification, as a portal.
 */
@NullMarked
package channelcert.journey;

import org.jspecify.annotations.NullMarked;
