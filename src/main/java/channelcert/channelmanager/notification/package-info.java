/** Hints from Mews that a connection has changed. */
@NullMarked
package channelcert.channelmanager.notification;

import org.jspecify.annotations.NullMarked;
