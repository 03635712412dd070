/** The recorded exchanges of a run, in memory and in the evidence folder. */
@NullMarked
package channelcert.certification.evidence;

import org.jspecify.annotations.NullMarked;
