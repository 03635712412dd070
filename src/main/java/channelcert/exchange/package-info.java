/** One HTTP request with its answer, recorded byte for byte except for masked secrets. */
@NullMarked
package channelcert.exchange;

import org.jspecify.annotations.NullMarked;
