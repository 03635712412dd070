/** Asking a person to act or to look, where a candidate has no driver that could. */
@NullMarked
package channelcert.certification.attend;

import org.jspecify.annotations.NullMarked;
