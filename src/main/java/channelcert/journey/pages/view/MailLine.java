package channelcert.journey.pages.view;

import channelcert.journey.post.PostDesk.Fate;
import channelcert.journey.post.StoredMail;

/**
 * A mail in a list.
 *
 * @param problem why it was not sent; empty where nothing is wrong
 */
public record MailLine(StoredMail mail, Fate fate, String problem) {}
