/** The certification: rows, run, evidence, verdict, report. */
@NullMarked
package channelcert.certification;

import org.jspecify.annotations.NullMarked;
