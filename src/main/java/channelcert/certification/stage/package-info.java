/** What the steps of a row may do: act on the Mews side, ask the candidate, wait, take notes. */
@NullMarked
package channelcert.certification.stage;

import org.jspecify.annotations.NullMarked;
