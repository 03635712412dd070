/** Tests of the preflight. */
@NullMarked
package channelcert.certification.preflight;

import org.jspecify.annotations.NullMarked;
