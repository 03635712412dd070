/** Tests of the package of the same name. */
@NullMarked
package channelcert.certification.run;

import org.jspecify.annotations.NullMarked;
