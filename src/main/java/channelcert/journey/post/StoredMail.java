package channelcert.journey.post;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the box.
 *
 * @param caseId the case that it is about; empty for none
 * @param due when it is to be tried next; absent once nothing more is to be done
 * @param sentAt when the mail server took it
 * @param problem why it was not sent
 */
public record StoredMail(
    String caseId,
    String id,
    String template,
    String recipient,
    String subject,
    String plain,
    String html,
    @Nullable String calendar,
    Instant writtenAt,
    @Nullable Instant due,
    int attempts,
    @Nullable Instant sentAt,
    @Nullable String problem) {}
