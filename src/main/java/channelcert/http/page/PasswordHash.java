package channelcert.http.page;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Slow, salted hashes of passwords: PBKDF2 with HMAC-SHA-256, written as {@code
 * pbkdf2-sha256:iterations:salt:hash}.
 */
public final class PasswordHash {
  private static final String NAME = "pbkdf2-sha256";
  private static final int ITERATIONS = 310_000;
  private static final int BITS = 256;

  private PasswordHash() {}

  /**
   * Hashes a password.
   *
   * @param salt chance, at least 16 bytes
   */
  public static String of(String password, byte[] salt) {
    return String.join(
        ":",
        NAME,
        Integer.toString(ITERATIONS),
        HexFormat.of().formatHex(salt),
        HexFormat.of().formatHex(derive(password, salt, ITERATIONS)));
  }

  /** Whether this is the password that was hashed; takes the same time for every wrong one. */
  public static boolean matches(String password, String hash) {
    String[] parts = hash.split(":", -1);
    if (parts.length != 4 || !parts[0].equals(NAME)) {
      throw new IllegalArgumentException("this is no hash of a password");
    }
    HexFormat hex = HexFormat.of();
    byte[] derived = derive(password, hex.parseHex(parts[2]), Integer.parseInt(parts[1]));
    return MessageDigest.isEqual(derived, hex.parseHex(parts[3]));
  }

  private static byte[] derive(String password, byte[] salt, int iterations) {
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, BITS))
          .getEncoded();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
