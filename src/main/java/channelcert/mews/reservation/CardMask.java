package channelcert.mews.reservation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes card numbers out of what is kept. */
public final class CardMask {
  private static final int SHORTEST_NUMBER = 12;
  private static final Pattern NUMBER = Pattern.compile("\\d(?:[ -]?\\d){12,18}");

  private CardMask() {}

  /** A card number with its first six and last four digits; anything else with its last four. */
  public static String mask(String number) {
    String digits = number.replaceAll("\\D", "");
    String last = digits.substring(Math.max(0, digits.length() - 4));
    if (digits.length() < SHORTEST_NUMBER || digits.length() != number.length()) {
      return "******" + last;
    }
    return digits.substring(0, 6) + "*".repeat(digits.length() - 10) + last;
  }

  /** A free text whose card numbers are masked; other numbers stay. */
  public static String scrub(String text) {
    Matcher matcher = NUMBER.matcher(text);
    return matcher.replaceAll(
        found -> {
          String digits = found.group().replaceAll("\\D", "");
          return Matcher.quoteReplacement(passesLuhn(digits) ? mask(digits) : found.group());
        });
  }

  private static boolean passesLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit : digit * 2;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }
}
