/** What a run shows on the terminal: progress while it goes on, then the verdict. */
@NullMarked
package channelcert.cli.terminal;

import org.jspecify.annotations.NullMarked;
