package channelcert.mews.reservation.outgoing;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A card of which only a mask is known.
 *
 * @param type published code of the brand, 1 to 13
 * @param obfuscatedNumber the number with at most ten digits left
 * @param expireDate month and year in four digits, such as 1022
 * @param identifier of the card at Mews
 */
public record MaskedCard(
    int type,
    String obfuscatedNumber,
    String expireDate,
    String identifier,
    @Nullable String holderName) {
  private static final int HIGHEST_TYPE = 13;
  private static final int MOST_DIGITS = 10;
  private static final Pattern EXPIRY = Pattern.compile("(0[1-9]|1[0-2])\\d{2}");

  public MaskedCard {
    long digits = obfuscatedNumber.chars().filter(Character::isDigit).count();
    if (digits > MOST_DIGITS || !obfuscatedNumber.contains("*")) {
      throw new IllegalArgumentException(
          "the number of a card has to be masked: at most ten digits, and * for the others");
    }
    if (type < 1 || type > HIGHEST_TYPE) {
      throw new IllegalArgumentException("type of card " + type + " is not one of 1 to 13");
    }
    if (!EXPIRY.matcher(expireDate).matches()) {
      throw new IllegalArgumentException(
          "the expiry '" + expireDate + "' of a card is not month and year, such as 1022");
    }
  }
}
