package channelcert.channelmanager.access;

import channelcert.http.page.Digest;
import channelcert.http.page.PasswordHash;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * The one account of the extranet and the key of the selling API. Only hashes are stored: the
 * password's slow and salted, those of cookies and keys, which nobody can guess, plain.
 */
public final class Access {
  /** Fewest characters of a password. */
  public static final int MIN_PASSWORD = 8;

  /** How long a session lasts. */
  public static final Duration SESSION = Duration.ofHours(12);

  private static final String PASSWORD = "password";
  private static final String SELLING_KEY = "selling key";

  private final SecretStore secrets;
  private final SessionStore sessions;
  private final Supplier<String> ids;
  private final Clock clock;

  /** Hashing is meant to be slow; many who guess at once must not stop everybody else. */
  private final Semaphore hashing = new Semaphore(2);

  /**
   * Wires the work.
   *
   * @param ids UUIDs that nobody can guess
   */
  public Access(SecretStore secrets, SessionStore sessions, Supplier<String> ids, Clock clock) {
    this.secrets = secrets;
    this.sessions = sessions;
    this.ids = ids;
    this.clock = clock;
  }

  /** A session that was just opened: what the browser keeps. */
  public record Opened(String cookie) {
    @Override
    public String toString() {
      return "Opened[masked]";
    }
  }

  public boolean hasPassword() {
    return secrets.hash(PASSWORD).isPresent();
  }

  /**
   * Sets the password and ends every session, unless it is the one that is set already.
   *
   * @throws IllegalArgumentException when it is too short
   */
  public void choosePassword(String password) {
    checkPassword(password);
    if (isPassword(password)) {
      return;
    }
    byte[] salt = HexFormat.of().parseHex(Digest.hash(ids.get()).substring(0, 32));
    secrets.set(PASSWORD, PasswordHash.of(password, salt), clock.instant());
    sessions.removeAll();
  }

  /**
   * Refuses a password that could not be chosen.
   *
   * @throws IllegalArgumentException saying what it needs
   */
  public static void checkPassword(String password) {
    if (password.length() < MIN_PASSWORD) {
      throw new IllegalArgumentException(
          "the password of the extranet needs at least " + MIN_PASSWORD + " characters");
    }
  }

  /** Whether this is the password; false as well while none is set. */
  public boolean isPassword(String password) {
    Optional<String> hash = secrets.hash(PASSWORD);
    if (hash.isEmpty() || password.length() > 1000) {
      return false;
    }
    hashing.acquireUninterruptibly();
    try {
      return PasswordHash.matches(password, hash.get());
    } finally {
      hashing.release();
    }
  }

  public Opened open() {
    String cookie = secret();
    Instant now = clock.instant();
    sessions.add(Digest.hash(cookie), secret(), now, now.plus(SESSION));
    return new Opened(cookie);
  }

  /** The token that forms of the session carry; empty when there is no such session. */
  public Optional<String> formToken(String cookie) {
    return sessions.formToken(Digest.hash(cookie), clock.instant());
  }

  public void close(String cookie) {
    sessions.remove(Digest.hash(cookie));
  }

  /** Chooses a new key of the selling API, in place of the former one; it is never shown again. */
  public String newSellingKey() {
    String key = "sell-" + secret();
    secrets.set(SELLING_KEY, Digest.hash(key), clock.instant());
    return key;
  }

  /** When the key was chosen; empty while there is none. */
  public Optional<Instant> sellingKeySince() {
    return secrets.changedAt(SELLING_KEY);
  }

  public boolean isSellingKey(String key) {
    return secrets
        .hash(SELLING_KEY)
        .filter(hash -> Digest.same(hash, Digest.hash(key)))
        .isPresent();
  }

  private String secret() {
    return Digest.hash(ids.get() + ids.get());
  }
}
