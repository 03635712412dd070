/** E-mails: the server that they leave through, and what one consists of. */
@NullMarked
package channelcert.mail;

import org.jspecify.annotations.NullMarked;
