package channelcert.journey.people;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes passwords with PBKDF2 and a salt each, written as {@code iterations$salt$hash}, so that
 * the number of iterations can grow while old hashes stay valid.
 */
public final class Passwords {
  /** What is recommended today for PBKDF2 with HMAC-SHA-256. */
  public static final int ITERATIONS = 600_000;

  private static final int BYTES = 32;

  private final SecureRandom random;
  private final int iterations;
  private final String nobody;

  /**
   * Hashes from now on with that many iterations.
   *
   * @param random source of the salts
   */
  public Passwords(SecureRandom random, int iterations) {
    this.random = random;
    this.iterations = iterations;
    this.nobody = hash("nobody");
  }

  String hash(String password) {
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    return iterations + "$" + text(salt) + "$" + text(derive(password, salt, iterations));
  }

  boolean matches(String password, String hash) {
    String[] parts = hash.split("\\$", -1);
    byte[] wanted = Base64.getDecoder().decode(parts[2]);
    byte[] given =
        derive(password, Base64.getDecoder().decode(parts[1]), Integer.parseInt(parts[0]));
    return MessageDigest.isEqual(wanted, given);
  }

  /** Takes as long as a comparison, so that nobody learns which addresses are known. */
  void matchNobody(String password) {
    matches(password, nobody);
  }

  private static byte[] derive(String password, byte[] salt, int iterations) {
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, BYTES * 8))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot hash passwords", e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
