/** Properties, their configuration, and connections to channel managers. */
@NullMarked
package channelcert.mews.property;

import org.jspecify.annotations.NullMarked;
