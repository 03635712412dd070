/**
 * Availability, prices and restrictions: what hoteliers set, and what is pushed to channel
 * managers.
 */
@NullMarked
package channelcert.mews.inventory;

import org.jspecify.annotations.NullMarked;
