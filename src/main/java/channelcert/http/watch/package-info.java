/** What becomes of each request: its identifier, how long it took, and whether it succeeded. */
@NullMarked
package channelcert.http.watch;

import org.jspecify.annotations.NullMarked;
