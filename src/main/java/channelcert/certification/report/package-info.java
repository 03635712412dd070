/** The report folder, from the result of a run. */
@NullMarked
package channelcert.certification.report;

import org.jspecify.annotations.NullMarked;
