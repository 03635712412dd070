/** Tests of the package of the same name. */
@NullMarked
package channelcert.certification.evidence;

import org.jspecify.annotations.NullMarked;
