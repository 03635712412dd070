/** What is written down of a run beside its exchanges, and the result that follows from both. */
@NullMarked
package channelcert.certification.record;

import org.jspecify.annotations.NullMarked;
