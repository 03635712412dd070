package channelcert.journey.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done with a case.
 *
 * @param number from 1, without gaps
 * @param personId who did it, absent where the system acted
 * @param content details as JSON, without secrets
 * @param previousHash hash of the entry before, {@link HashChain#START} for the first one
 * @param hash {@link HashChain#hash} of all the other values
 */
public record AuditEntry(
    String caseId,
    long number,
    Instant at,
    @Nullable String personId,
    String action,
    String content,
    String previousHash,
    String hash) {}
