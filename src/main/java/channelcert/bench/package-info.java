/** Benchmarks of the program against its aims, each run by {@code channelcert bench}. */
@NullMarked
package channelcert.bench;

import org.jspecify.annotations.NullMarked;
