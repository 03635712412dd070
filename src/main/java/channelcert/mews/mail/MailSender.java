package channelcert.mews.mail;

import channelcert.mail.Mail;
import channelcert.mail.Smtp;
import channelcert.mews.mail.MailStore.Waiting;
import channelcert.store.Database;
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
 * Mails notices to the employee of the property, outside transactions: again after a pause when the
 * server does not take one, for a day at most. Without a server nothing is sent. A crash between
 * sending and noting it makes a mail arrive twice, under the same identity.
 */
public final class MailSender {
  private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);
  private static final Duration LONGEST = Duration.ofDays(1);

  /** Longer than an attempt may take, so that no two processes make the same one. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1));

  private final MailStore store;
  private final @Nullable Smtp smtp;
  private final Clock clock;

  /**
   * Makes a sender.
   *
   * @param mail the server; absent = nothing is sent
   */
  public MailSender(Database database, @Nullable Mail mail, Clock clock) {
    this.store = new MailStore(database);
    this.smtp = mail == null ? null : new Smtp(mail);
    this.clock = clock;
  }

  /** Sends what is due; answers whether there was anything. */
  public boolean tick() {
    if (smtp == null) {
      return false;
    }
    Instant now = clock.instant();
    List<Waiting> due = store.due(now, now.minus(LONGEST));
    for (Waiting mail : due) {
      if (store.claim(mail, clock.instant().plus(LEASE))) {
        send(smtp, mail);
      }
    }
    return !due.isEmpty();
  }

  private void send(Smtp server, Waiting mail) {
    try {
      String id = "notice." + mail.propertyId() + "." + mail.id();
      server.send(id, mail.email(), MailText.of(mail).letter());
      store.sent(mail, clock.instant());
    } catch (AddressException e) {
      LOG.warn("The address of an employee of {} is none; no mail is sent", mail.propertyId());
      store.finish(mail);
    } catch (SendFailedException e) {
      if (e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0) {
        LOG.warn("The mail server refuses the address of an employee of {}", mail.propertyId());
        store.finish(mail);
      } else {
        postpone(mail, e);
      }
    } catch (MessagingException e) {
      postpone(mail, e);
    }
  }

  private void postpone(Waiting mail, MessagingException reason) {
    Duration pause = PAUSES.get(Math.min(mail.attempts(), PAUSES.size() - 1));
    LOG.warn("A mail to property {} waits {}: {}", mail.propertyId(), pause, reason.getMessage());
    store.postpone(mail, clock.instant().plus(pause));
  }
}
