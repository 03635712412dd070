package channelcert.journey.post;

import channelcert.mail.Letter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a template into words, as text and as HTML of which every value is escaped. */
final class Wording {
  private Wording() {}

  /**
   * A mail.
   *
   * @param values what stands for the names in braces
   * @param facts further lines, by their label; blank ones are left out
   */
  static Letter letter(
      Template template,
      Map<String, String> values,
      Map<String, String> facts,
      @Nullable String calendar,
      Instant at) {
    String body = filled(template.text(), values);
    Map<String, String> lines = new LinkedHashMap<>();
    facts.forEach(
        (label, value) -> {
          if (!value.isBlank()) {
            lines.put(label, value.strip());
          }
        });
    return new Letter(
        filled(template.subject(), values),
        text(body, lines, template.next()),
        html(body, lines, template.next()),
        calendar,
        at);
  }

  private static String filled(String text, Map<String, String> values) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      out.append(text, from, open).append(values.getOrDefault(text.substring(open + 1, close), ""));
      from = close + 1;
    }
    return out.append(text.substring(from)).toString();
  }

  private static String text(String body, Map<String, String> lines, String next) {
    StringBuilder out = new StringBuilder(body).append("\n\n");
    lines.forEach((label, value) -> out.append(label).append(": ").append(value).append('\n'));
    return out.append("\nWhat to do next: ").append(next).append('\n').toString();
  }

  private static String html(String body, Map<String, String> lines, String next) {
    StringBuilder rows = new StringBuilder();
    lines.forEach(
        (label, value) ->
            rows.append(
                """
                <tr><td style="padding-right:1em;vertical-align:top">%s</td><td style="white-space:pre-line">%s</td></tr>
                """
                    .formatted(escaped(label), escaped(value))));
    return """
    <!DOCTYPE html>
    <html lang="en"><body style="font-family:sans-serif;max-width:40em">
    <p>%s</p>
    <table style="border-spacing:0 4px">
    %s</table>
    <p><strong>What to do next:</strong> %s</p>
    </body></html>
    """
        .formatted(escaped(body), rows, escaped(next));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
