package channelcert.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Hands e-mails to an SMTP server; each step ends within 20 s. */
public final class Smtp {
  private static final String MILLISECONDS = "20000";
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final Mail mail;
  private final Session session;

  public Smtp(Mail mail) {
    this.mail = mail;
    this.session = Session.getInstance(properties(mail), authenticator(mail));
  }

  private static Properties properties(Mail mail) {
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", mail.host());
    properties.setProperty("mail.smtp.port", Integer.toString(mail.port()));
    properties.setProperty("mail.smtp.connectiontimeout", MILLISECONDS);
    properties.setProperty("mail.smtp.timeout", MILLISECONDS);
    properties.setProperty("mail.smtp.writetimeout", MILLISECONDS);
    properties.setProperty("mail.smtp.auth", Boolean.toString(mail.user() != null));
    properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(mail.tls()));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.starttls.enable", "true");
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(mail.demandsStartTls()));
    return properties;
  }

  private static @Nullable Authenticator authenticator(Mail mail) {
    if (mail.user() == null) {
      return null;
    }
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(mail.user(), mail.password());
      }
    };
  }

  /**
   * Sends one e-mail.
   *
   * @param id the same for every attempt, so that a mailbox recognises a repetition
   */
  public void send(String id, String to, Letter letter) throws MessagingException {
    MimeMessage message = new Identified(session, id);
    message.setFrom(new InternetAddress(mail.from(), true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
    message.setSubject(letter.subject(), UTF_8);
    message.setSentDate(Date.from(letter.at()));
    message.setHeader("Auto-Submitted", "auto-generated");
    Multipart body = new MimeMultipart("alternative");
    body.addBodyPart(part(letter.text(), "plain"));
    body.addBodyPart(part(letter.html(), "html"));
    if (letter.calendar() != null) {
      body.addBodyPart(invitation(letter.calendar()));
    }
    message.setContent(body);
    message.saveChanges();
    Transport.send(message);
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    return part;
  }

  /** As calendars want it: an alternative of its own, which says what is done with it. */
  private static MimeBodyPart invitation(String calendar) throws MessagingException {
    boolean cancels = calendar.contains("\r\nMETHOD:CANCEL\r\n");
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(
        new DataHandler(
            new ByteArrayDataSource(
                calendar.getBytes(StandardCharsets.UTF_8),
                "text/calendar; method=%s; charset=UTF-8"
                    .formatted(cancels ? "CANCEL" : "REQUEST"))));
    part.setFileName(cancels ? "cancellation.ics" : "invitation.ics");
    return part;
  }

  /** Keeps its identity, which the library would choose anew. */
  private static final class Identified extends MimeMessage {
    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + "@channelcert>");
    }
  }
}
