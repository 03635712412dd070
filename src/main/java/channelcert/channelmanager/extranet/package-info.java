/**
 * The extranet: web pages on which a hotelier sees and works with what the channel manager holds.
 */
@NullMarked
package channelcert.channelmanager.extranet;

import org.jspecify.annotations.NullMarked;
