/** Tests of the record of a run. */
@NullMarked
package channelcert.certification.record;

import org.jspecify.annotations.NullMarked;
