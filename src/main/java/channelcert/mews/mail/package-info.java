/** Notices to properties as real e-mails, through an SMTP server when one is configured. */
@NullMarked
package channelcert.mews.mail;

import org.jspecify.annotations.NullMarked;
