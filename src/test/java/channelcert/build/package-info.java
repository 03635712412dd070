/** Rules that the source tree itself keeps. */
@NullMarked
package channelcert.build;

import org.jspecify.annotations.NullMarked;
