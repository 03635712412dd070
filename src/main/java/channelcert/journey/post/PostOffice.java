package channelcert.journey.post;

import channelcert.mail.Letter;
import channelcert.mail.Mail;
import channelcert.mail.Smtp;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in the box, outside transactions: again after a pause when the server does not
 * take it, for two days at most. Without a server nothing is sent. A crash between sending and
 * noting it makes a mail arrive twice, under the same identity.
 */
public final class PostOffice {
  private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);
  static final Duration LONGEST = Duration.ofDays(2);

  /** Longer than an attempt may take, so that no two processes make the same one. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1));

  private final MailBoxStore box;
  private final @Nullable Smtp smtp;
  private final Clock clock;

  /**
   * Makes a sender.
   *
   * @param mail the server; absent = nothing is sent
   */
  public PostOffice(MailBoxStore box, @Nullable Mail mail, Clock clock) {
    this.box = box;
    this.smtp = mail == null ? null : new Smtp(mail);
    this.clock = clock;
  }

  /** Sends what is due; answers whether there was anything. */
  public boolean tick() {
    if (smtp == null) {
      return false;
    }
    Instant now = clock.instant();
    List<StoredMail> due = box.due(now, now.minus(LONGEST));
    for (StoredMail mail : due) {
      if (box.claim(mail, clock.instant().plus(LEASE))) {
        send(smtp, mail);
      }
    }
    return !due.isEmpty();
  }

  private void send(Smtp server, StoredMail mail) {
    try {
      server.send(
          "portal." + mail.id(),
          mail.recipient(),
          new Letter(mail.subject(), mail.plain(), mail.html(), mail.calendar(), mail.writtenAt()));
      box.sent(mail, clock.instant());
    } catch (AddressException e) {
      box.giveUp(mail, "The address is none.");
    } catch (SendFailedException e) {
      if (e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0) {
        box.giveUp(mail, "The mail server refuses the address.");
      } else {
        postpone(mail, e);
      }
    } catch (MessagingException e) {
      postpone(mail, e);
    }
  }

  private void postpone(StoredMail mail, MessagingException reason) {
    Duration pause = PAUSES.get(Math.min(mail.attempts(), PAUSES.size() - 1));
    LOG.warn("The mail {} waits {}: {}", mail.id(), pause, reason.getMessage());
    box.postpone(
        mail,
        clock.instant().plus(pause),
        "The mail server did not take it; it is tried again after %d minutes."
            .formatted(pause.toMinutes()));
  }
}
