/** Tests of the history of a case. */
@NullMarked
package channelcert.journey.audit;

import org.jspecify.annotations.NullMarked;
