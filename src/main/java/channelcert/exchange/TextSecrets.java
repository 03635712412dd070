package channelcert.exchange;

import channelcert.exchange.Splices.Splice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what looks like a secret in a text of any kind: broken or cut-off JSON, HTML, a form, JSON
 * in another encoding. Rather masks too much than too little.
 */
final class TextSecrets {
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(clientToken|connectionToken|token|cardNumber|number|cvv)[\\\\\\s\"']{0,9}+[:=>]");

  private static final Pattern DIGITS = Pattern.compile("(?<!\\d)\\d(?:[ -]?\\d){12,18}(?!\\d)");

  private static final String ENDS_BARE_VALUE = ",;&<>{}[]\"' \t\r\n";

  /** One character for each byte, without escapes and without the zero bytes of wide encodings. */
  private final String text;

  /** Where each character of the text begins in the bytes; absent when that is its own index. */
  private final int @Nullable [] origins;

  private final List<Splice> splices = new ArrayList<>();

  private TextSecrets(String text, int @Nullable [] origins) {
    this.text = text;
    this.origins = origins;
  }

  /** The secrets with what takes their place. */
  static List<Splice> in(byte[] bytes) {
    String raw = new String(bytes, StandardCharsets.ISO_8859_1);
    boolean plain = raw.indexOf('\0') < 0 && !raw.contains("\\u");
    TextSecrets search = plain ? new TextSecrets(raw, null) : decoded(raw);
    search.named();
    search.cards();
    return search.splices;
  }

  private void named() {
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      Secret secret = Secret.of(name.group(1));
      int start = skip(name.end());
      char before = start > 0 ? text.charAt(start - 1) : ' ';
      boolean quoted = before == '"' || before == '\'';
      int end = quoted ? closing(before, start) : bareEnd(start);
      if (secret != null && end > start) {
        mask(secret, start, end);
      }
    }
  }

  private void cards() {
    Matcher digits = DIGITS.matcher(text);
    while (digits.find()) {
      if (isCard(digits.group())) {
        mask(Secret.CARD, digits.start(), digits.end());
      }
    }
  }

  private void mask(Secret secret, int start, int end) {
    String value = text.substring(start, end);
    String masked = secret.mask(value);
    if (!masked.equals(value)) {
      splices.add(new Splice(origin(start), origin(end), masked));
    }
  }

  private int skip(int from) {
    int at = from;
    while (at < text.length() && " \t\r\n\\:=>[{".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() && "\"'".indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
  }

  private int closing(char quote, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != quote) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, text.length());
  }

  private int bareEnd(int from) {
    int at = from;
    while (at < text.length() && ENDS_BARE_VALUE.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private int origin(int index) {
    return origins == null ? index : origins[index];
  }

  /** The check digit of every card number (ISO/IEC 7812). */
  private static boolean isCard(String run) {
    String digits = run.replaceAll("\\D", "");
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit : 2 * digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  private static TextSecrets decoded(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    int[] origins = new int[raw.length() + 1];
    int at = 0;
    while (at < raw.length()) {
      if (raw.charAt(at) == '\0') {
        at++;
        continue;
      }
      int code = escape(raw, at);
      origins[text.length()] = at;
      text.append(code < 0 ? raw.charAt(at) : (char) code);
      at += code < 0 ? 1 : 6;
    }
    origins[text.length()] = raw.length();
    return new TextSecrets(text.toString(), origins);
  }

  /** The character of an escape such as {@code \}{@code u0054}; -1 when none begins here. */
  private static int escape(String raw, int at) {
    if (raw.charAt(at) != '\\' || at + 6 > raw.length() || raw.charAt(at + 1) != 'u') {
      return -1;
    }
    try {
      return Integer.parseInt(raw, at + 2, at + 6, 16);
    } catch (NumberFormatException noEscape) {
      return -1;
    }
  }
}
