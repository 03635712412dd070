package channelcert.channelmanager;

import java.util.ArrayList;
import java.util.List;

/** Two hundred texts that run as a script wherever a page forgets to escape them. */
final class HostileTexts {
  private static final List<String> SHAPES =
      List.of(
          "<script>window.hacked=%d</script>",
          "<img src=x onerror=window.hacked=%d>",
          "\"><svg onload=window.hacked=%d>",
          "' autofocus onfocus=window.hacked=%d x='",
          "</td></table><script>window.hacked=%d</script>",
          "</title><script>alert(%d)</script>",
          "</textarea><iframe srcdoc='<script>parent.hacked=%d</script>'>",
          "javascript:window.hacked=%d",
          "<a href=\"javascript:window.hacked=%d\">press</a>",
          "<math><mi xlink:href=\"data:x,<script>window.hacked=%d</script>\">",
          "<style>@import'javascript:window.hacked=%d'</style>",
          "<meta http-equiv=refresh content='0;url=javascript:window.hacked=%d'>",
          "<base href=//evil.example/%d>",
          "<form action=//evil.example><button>%d",
          "&lt;script&gt;window.hacked=%d&lt;/script&gt;",
          "\\u003cscript\\u003ewindow.hacked=%d",
          "${window.hacked=%d}",
          "{{constructor.constructor('window.hacked=%d')()}}",
          "`;window.hacked=%d;//",
          "--><script>window.hacked=%d</script><!--");

  private HostileTexts() {}

  static List<String> all() {
    List<String> texts = new ArrayList<>();
    for (int number = 0; number < 10; number++) {
      for (String shape : SHAPES) {
        texts.add(shape.formatted(number));
      }
    }
    return texts;
  }
}
