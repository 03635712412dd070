package channelcert.mews;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The published cards of the test environment, and what stands for a card number behind the card
 * proxy: twelve to nineteen digits like the number, of which only those of a test card can be
 * recognised.
 */
public final class TestCards {
  private static final Pattern NUMBER = Pattern.compile("\\d{12,19}");
  private static final int FIRST = 6;
  private static final int LAST = 4;

  private static final List<String> PUBLISHED =
      List.of(
          "4111111111111111",
          "5555444433331111",
          "370000000000002",
          "36006666333344",
          "6445644564456445");

  private static final Set<String> TOKENS =
      PUBLISHED.stream().map(TestCards::shortened).collect(Collectors.toUnmodifiableSet());

  private TestCards() {}

  /** Whether what stands for a card number behind the proxy stands for one of the test cards. */
  public static boolean accepts(String token) {
    return TOKENS.contains(token);
  }

  /** What stands for a text in the place of a card number. */
  static String token(String number) {
    if (PUBLISHED.contains(number)) {
      return shortened(number);
    }
    return NUMBER.matcher(number).matches() ? "0".repeat(number.length()) : "not a card number";
  }

  /** The middle digits are zeros; first six and last four may be shown by the rules of cards. */
  private static String shortened(String number) {
    return number.substring(0, FIRST)
        + "0".repeat(number.length() - FIRST - LAST)
        + number.substring(number.length() - LAST);
  }
}
