@NullMarked
package channelcert.http.watch;

import org.jspecify.annotations.NullMarked;
