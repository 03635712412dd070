package channelcert.certification.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;

/** Writes HTML of which every text and every attribute is escaped; there is no way around it. */
public final class Html {
  private final StringBuilder out = new StringBuilder("<!doctype html>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; attributes are names and values in turn, all of ours but the values. */
  public Html open(String tag, String... attributes) {
    empty(tag, attributes);
    open.push(tag);
    return this;
  }

  /** An element without content, such as {@code meta}. */
  public Html empty(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(VisibleText.singleLine(attributes[i + 1]));
      out.append('"');
    }
    out.append('>');
    return this;
  }

  public Html close() {
    String tag = open.pop();
    out.append("</").append(tag).append('>');
    if (!tag.equals("span") && !tag.equals("mark") && !tag.equals("a") && !tag.equals("pre")) {
      out.append('\n');
    }
    return this;
  }

  public Html text(String text) {
    escape(VisibleText.of(text));
    return this;
  }

  public Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** The one style sheet, delivered with the program; never text of others. */
  public Html style(String css) {
    if (css.contains("</")) {
      throw new IllegalArgumentException("a style sheet must not close its element");
    }
    out.append("<style>").append(css).append("</style>\n");
    return this;
  }

  /** What a page with this style sheet may do: nothing but use it. */
  public static String policy(String css) {
    return "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
        .formatted(sha256(css));
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The whole page; every element has been closed. */
  public String page() {
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
