/** Takes the three pushes: reads them entry by entry, checks them, and commits many together. */
@NullMarked
package channelcert.channelmanager.push;

import org.jspecify.annotations.NullMarked;
