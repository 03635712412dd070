/** The mails of the portal: what is written at which step, the box they wait in, and sending. */
@NullMarked
package channelcert.journey.post;

import org.jspecify.annotations.NullMarked;
