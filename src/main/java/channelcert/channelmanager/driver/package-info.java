/** The candidate driver: what a certification run may ask of this channel manager. */
@NullMarked
package channelcert.channelmanager.driver;

import org.jspecify.annotations.NullMarked;
