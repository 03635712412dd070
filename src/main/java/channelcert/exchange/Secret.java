package channelcert.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What kind of secret a property holds, by its name, and what stands there once it is masked. */
enum Secret {
  /** Replaced by a short hash, so that equal tokens can still be told to be equal. */
  TOKEN,
  /** The digits between the first six and the last four become stars; short numbers stay. */
  CARD,
  CVV;

  private static final int SHORTEST_CARD = 12;
  private static final int SHOWN_FIRST = 6;
  private static final int SHOWN_LAST = 4;
  private static final int HASH_BYTES = 4;
  private static final Pattern MASKED_TOKEN = Pattern.compile("masked:[0-9a-f]{8}");

  /** Kind of the property; null when it is no secret. Letter case does not protect a secret. */
  static @Nullable Secret of(String property) {
    return switch (property.toLowerCase(Locale.ROOT)) {
      case "clienttoken", "connectiontoken", "token" -> TOKEN;
      case "number", "cardnumber" -> CARD;
      case "cvv" -> CVV;
      default -> null;
    };
  }

  /**
   * The masked value; the same value when there is nothing to mask. Masking twice changes nothing.
   */
  String mask(String value) {
    if (value.isEmpty()) {
      return value;
    }
    return switch (this) {
      case TOKEN -> MASKED_TOKEN.matcher(value).matches() ? value : "masked:" + hash(value);
      case CARD -> card(value);
      case CVV -> "***";
    };
  }

  private static String hash(String value) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static String card(String value) {
    int digits = (int) value.chars().filter(Secret::isDigit).count();
    if (digits < SHORTEST_CARD) {
      return value;
    }
    StringBuilder masked = new StringBuilder(value.length());
    int seen = 0;
    for (int i = 0; i < value.length(); i++) {
      char each = value.charAt(i);
      seen += isDigit(each) ? 1 : 0;
      boolean hidden = isDigit(each) && seen > SHOWN_FIRST && seen <= digits - SHOWN_LAST;
      masked.append(hidden ? '*' : each);
    }
    return masked.toString();
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }
}
