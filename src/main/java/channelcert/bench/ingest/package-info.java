/** How fast the reference channel manager takes pushes in, beside other servers and plain COPY. */
@NullMarked
package channelcert.bench.ingest;

import org.jspecify.annotations.NullMarked;
