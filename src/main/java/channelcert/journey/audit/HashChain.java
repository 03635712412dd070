package channelcert.journey.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds the entries of a case to each other: SHA-256 over the hash before and the entry. */
public final class HashChain {
  /** What the first entry follows. */
  public static final String START = "0".repeat(64);

  private HashChain() {}

  /**
   * The hash of an entry; every value is preceded by its length, so that none runs into another.
   */
  static String hash(
      String previousHash,
      String caseId,
      long number,
      Instant at,
      @Nullable String personId,
      String action,
      String content) {
    MessageDigest digest = digest();
    for (String value :
        List.of(
            previousHash,
            caseId,
            String.valueOf(number),
            String.valueOf(at.toEpochMilli()),
            personId == null ? "" : personId,
            action,
            content)) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Whether no entry was changed, dropped, added or moved; the entries in their order. */
  public static boolean holds(List<AuditEntry> entries) {
    String previous = START;
    long number = 1;
    for (AuditEntry entry : entries) {
      String hash =
          hash(
              entry.previousHash(),
              entry.caseId(),
              entry.number(),
              entry.at(),
              entry.personId(),
              entry.action(),
              entry.content());
      if (entry.number() != number
          || !entry.previousHash().equals(previous)
          || !entry.hash().equals(hash)) {
        return false;
      }
      previous = hash;
      number++;
    }
    return true;
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
