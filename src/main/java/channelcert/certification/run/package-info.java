/** Runs the rows against a candidate: steps, waiting, order, progress. */
@NullMarked
package channelcert.certification.run;

import org.jspecify.annotations.NullMarked;
