package channelcert.mews.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a property was told about a connection, with the mail about it.
 *
 * @param code error code that was the reason
 * @param to address of the employee
 * @param text what the mail says
 * @param attempts how often it was tried to send it
 * @param sentAt when a mail server took it; absent: not yet, given up, or there is no server
 */
public record MailedNotice(
    Instant writtenAt,
    int code,
    String message,
    String to,
    String subject,
    String text,
    int attempts,
    @Nullable Instant sentAt) {
  static MailedNotice of(MailStore.Waiting mail, @Nullable Instant sentAt) {
    MailText text = MailText.of(mail);
    return new MailedNotice(
        mail.writtenAt(),
        mail.code(),
        mail.message(),
        mail.email(),
        text.subject(),
        text.text(),
        mail.attempts(),
        sentAt);
  }
}
