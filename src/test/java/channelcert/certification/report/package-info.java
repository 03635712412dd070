/** Tests of {@code channelcert.certification.report}. */
@NullMarked
package channelcert.certification.report;

import org.jspecify.annotations.NullMarked;
