/** Tests of what failures teach. */
@NullMarked
package channelcert.certification.verdict.lesson;

import org.jspecify.annotations.NullMarked;
