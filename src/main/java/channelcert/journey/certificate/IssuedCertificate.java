package channelcert.journey.certificate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A certificate with what became of it.
 *
 * @param signed it as a JWS
 * @param revokedBecause why it was revoked; absent while it is valid
 */
public record IssuedCertificate(
    Certificate content,
    String signed,
    Instant issuedAt,
    @Nullable Instant revokedAt,
    @Nullable String revokedBecause) {}
