/** The commands as a user runs them. */
@NullMarked
package channelcert.cli;

import org.jspecify.annotations.NullMarked;
