/** Tests of {@code channelcert.cli.terminal}. */
@NullMarked
package channelcert.cli.terminal;

import org.jspecify.annotations.NullMarked;
