/** Recorded messages of the candidate held against the published API; changes no verdict. */
@NullMarked
package channelcert.certification.drift;

import org.jspecify.annotations.NullMarked;
