/**
 * The ARI store: availability, prices and restrictions as Mews pushed them, 64 nights of a key in a
 * row.
 */
@NullMarked
package channelcert.channelmanager.inventory;

import org.jspecify.annotations.NullMarked;
