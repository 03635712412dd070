package channelcert.certification.report;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML of which every text and every attribute is escaped; there is no way around it. */
final class Html {
  private final StringBuilder out = new StringBuilder("<!doctype html>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; attributes are names and values in turn, all of ours but the values. */
  Html open(String tag, String... attributes) {
    empty(tag, attributes);
    open.push(tag);
    return this;
  }

  /** An element without content, such as {@code meta}. */
  Html empty(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(VisibleText.singleLine(attributes[i + 1]));
      out.append('"');
    }
    out.append('>');
    return this;
  }

  Html close() {
    String tag = open.pop();
    out.append("</").append(tag).append('>');
    if (!tag.equals("span") && !tag.equals("mark") && !tag.equals("a") && !tag.equals("pre")) {
      out.append('\n');
    }
    return this;
  }

  Html text(String text) {
    escape(VisibleText.of(text));
    return this;
  }

  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** The one style sheet, delivered with the program; never text of others. */
  Html style(String css) {
    if (css.contains("</")) {
      throw new IllegalArgumentException("a style sheet must not close its element");
    }
    out.append("<style>").append(css).append("</style>\n");
    return this;
  }

  /** The whole page; every element has been closed. */
  String page() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return out.toString();
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }
}
