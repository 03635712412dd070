/** Tests of the package of the same name. */
@NullMarked
package channelcert.certification.verdict;

import org.jspecify.annotations.NullMarked;
