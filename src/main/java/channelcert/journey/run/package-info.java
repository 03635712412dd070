/** Certification runs of the cases, and what became of their rows. */
@NullMarked
package channelcert.journey.run;

import org.jspecify.annotations.NullMarked;
