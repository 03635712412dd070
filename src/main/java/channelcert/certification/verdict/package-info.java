/** Outcomes, as plain data, and the pure functions that derive them from recorded exchanges. */
@NullMarked
package channelcert.certification.verdict;

import org.jspecify.annotations.NullMarked;
