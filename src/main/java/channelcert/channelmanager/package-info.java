/** The reference channel manager. */
@NullMarked
package channelcert.channelmanager;

import org.jspecify.annotations.NullMarked;
