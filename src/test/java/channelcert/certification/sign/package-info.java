/** Keys and signatures. */
@NullMarked
package channelcert.certification.sign;

import org.jspecify.annotations.NullMarked;
