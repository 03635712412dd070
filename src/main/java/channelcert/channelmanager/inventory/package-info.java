/** The ARI store: availability, prices and restrictions as Mews pushed them, a row per night. */
@NullMarked
package channelcert.channelmanager.inventory;

import org.jspecify.annotations.NullMarked;
