/** A whole case as one archive, and verifying one offline. */
@NullMarked
package channelcert.journey.export;

import org.jspecify.annotations.NullMarked;
