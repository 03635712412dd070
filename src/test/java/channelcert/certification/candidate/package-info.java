/** Tests of the package of the same name. */
@NullMarked
package channelcert.certification.candidate;

import org.jspecify.annotations.NullMarked;
