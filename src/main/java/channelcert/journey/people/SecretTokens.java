package channelcert.journey.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes tokens that nobody can guess, and their hashes, which alone are stored. */
public final class SecretTokens {
  private static final int BYTES = 32;

  private final SecureRandom random;

  /** Makes tokens from a source of chance. */
  public SecretTokens(SecureRandom random) {
    this.random = random;
  }

  /** A new token of 64 characters. */
  public String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** SHA-256 of a token, in hexadecimal digits. */
  public static String hash(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
