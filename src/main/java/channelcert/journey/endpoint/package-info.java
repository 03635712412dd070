/** Addresses that partners register: which are allowed, and whether they can be reached. */
@NullMarked
package channelcert.journey.endpoint;

import org.jspecify.annotations.NullMarked;
