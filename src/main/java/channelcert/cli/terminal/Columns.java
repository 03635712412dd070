package channelcert.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Text in a given number of columns. */
final class Columns {
  private Columns() {}

  /** Columns that a text takes; wide scripts are counted as narrow. */
  static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Filled up with spaces on the right. */
  static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /** Filled up with spaces on the left. */
  static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - width(text))) + text;
  }

  /** Cut to the width, with a sign that something was cut. */
  static String fit(String text, int width, boolean signs) {
    if (width(text) <= width) {
      return text;
    }
    String dots = signs ? "…" : "...";
    return first(text, Math.max(0, width - width(dots))).stripTrailing() + dots;
  }

  /** Broken into lines between words; words longer than a line are broken too. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    text.lines().forEach(line -> wrapLine(line, width, lines));
    return lines;
  }

  private static void wrapLine(String text, int width, List<String> lines) {
    String rest = text.stripTrailing();
    while (width(rest) > width) {
      String head = first(rest, width + 1);
      int space = head.lastIndexOf(' ');
      String line =
          space > 0 && !head.substring(0, space).isBlank()
              ? head.substring(0, space)
              : first(rest, width);
      lines.add(line.stripTrailing());
      rest = rest.substring(line.length()).stripLeading();
    }
    lines.add(rest);
  }

  private static String first(String text, int width) {
    return text.substring(0, text.offsetByCodePoints(0, Math.min(width, width(text))));
  }
}
