/** Each check with evidence that fulfils it and with evidence that does not. */
@NullMarked
package channelcert.certification.verdict.reservation;

import org.jspecify.annotations.NullMarked;
