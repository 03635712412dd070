package channelcert.cli;

import channelcert.mail.Mail;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The mail server that notices to properties leave through. */
final class MailOptions {
  @Option(
      names = "--smtp",
      paramLabel = "URL",
      description =
          "smtp://user:password@host:port of a mail server that notices to properties leave"
              + " through, smtps:// for TLS from the start (default: none, nothing is mailed).")
  private @Nullable String smtp;

  @Option(
      names = "--mail-from",
      paramLabel = "ADDRESS",
      description = "Sender of these mails (default: channelcert@localhost).")
  private @Nullable String from;

  /** The chosen server; absent when there is none. */
  @Nullable Mail mail() {
    String sender = from == null ? "channelcert@localhost" : from;
    if (!sender.matches("[^\\s@<>]+@[^\\s@<>]+")) {
      throw UserError.usage("--mail-from '" + sender + "' is not an e-mail address");
    }
    if (smtp == null) {
      if (from != null) {
        throw UserError.usage("--mail-from needs --smtp, the mail server to send through");
      }
      return null;
    }
    try {
      return Mail.parse(smtp, sender);
    } catch (IllegalArgumentException e) {
      throw UserError.usage("--smtp " + e.getMessage());
    }
  }
}
