/** Tests of asking people. */
@NullMarked
package channelcert.certification.attend;

import org.jspecify.annotations.NullMarked;
