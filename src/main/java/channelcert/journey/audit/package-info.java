/** What was done with a case, append-only, each entry bound to the one before it by its hash. */
@NullMarked
package channelcert.journey.audit;

import org.jspecify.annotations.NullMarked;
