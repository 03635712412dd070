/** The certification file in all its forms. */
@NullMarked
package channelcert.certification.file;

import org.jspecify.annotations.NullMarked;
