/** The command line, and the only place where the parts are wired together. */
@NullMarked
package channelcert.cli;

import org.jspecify.annotations.NullMarked;
