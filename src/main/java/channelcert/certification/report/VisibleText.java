package channelcert.certification.report;

/**
 * Text of others, made harmless to show: what a terminal, an XML parser or a reader's eye would be
 * misled by (control characters, lone surrogates, characters that turn the direction of writing) is
 * written out as an escape such as {@code \u001b}.
 */
public final class VisibleText {
  private VisibleText() {}

  /** Text of several lines: line feeds and tabs stay, everything else unseen is written out. */
  public static String of(String text) {
    return escape(text.replace("\r\n", "\n"), true);
  }

  /** Text for one line: line feeds and tabs are written out too. */
  public static String singleLine(String text) {
    return escape(text, false);
  }

  /** At most so many characters from the beginning, never half a character. */
  public static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    boolean inside = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, inside ? length - 1 : length);
  }

  private static String escape(String text, boolean lines) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (isShown(point) || (lines && (point == '\n' || point == '\t'))) {
                out.appendCodePoint(point);
              } else {
                appendEscape(out, point);
              }
            });
    return out.toString();
  }

  private static boolean isShown(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      // Zero-width joiners belong to emoji and to several scripts; the others only mislead.
      case Character.FORMAT -> point == 0x200C || point == 0x200D;
      default -> (point & 0xFFFE) != 0xFFFE;
    };
  }

  private static void appendEscape(StringBuilder out, int point) {
    switch (point) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> out.append("\\u").append("%04x".formatted(point));
    }
  }
}
