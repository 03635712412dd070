package channelcert.journey.pages.view;

import channelcert.journey.audit.AuditEntry;
import java.util.List;

/**
 * An entry of the history in words.
 *
 * @param by name of who acted
 * @param details what else is told of it, line by line
 */
public record HistoryLine(AuditEntry entry, String by, String what, List<String> details) {}
