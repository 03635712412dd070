package channelcert.journey.file;

import channelcert.certification.file.CertificationFile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of the certification file.
 *
 * @param number from 1
 * @param answersNumber the version that it answers; absent where Mews handed it out
 * @param signed the file as a JWS
 * @param sha256 of what was signed
 * @param personId who made it; absent where the system did
 * @param frozen whether it counts as returned
 */
public record FileVersion(
    String caseId,
    int number,
    int attempt,
    @Nullable Integer answersNumber,
    CertificationFile file,
    String signed,
    String sha256,
    @Nullable String personId,
    Instant createdAt,
    boolean frozen) {}
