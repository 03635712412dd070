package channelcert.mews.mail;

import channelcert.store.Database;
import java.util.List;

/**
 * The mails to properties, for reading; each is there whether a mail server is configured or not.
 */
public final class Mailbox {
  private final MailStore store;

  public Mailbox(Database database) {
    this.store = new MailStore(database);
  }

  /** What was said about a connection, oldest first. */
  public List<MailedNotice> about(String connectionToken) {
    return store.about(connectionToken);
  }
}
