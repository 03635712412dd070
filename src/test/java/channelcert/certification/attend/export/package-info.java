/** Tests of reading exports. */
@NullMarked
package channelcert.certification.attend.export;

import org.jspecify.annotations.NullMarked;
