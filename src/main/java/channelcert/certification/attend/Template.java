package channelcert.certification.attend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of an instruction: Markdown in resources, with values in braces to be filled in. */
public final class Template {
  private static final Pattern VALUE = Pattern.compile("\\{([a-zA-Z]+)}");

  private Template() {}

  /**
   * Fills a template in. A line whose values are all empty is left out.
   *
   * @param name for example {@code send-booking}; with an ending where it is no Markdown
   * @throws IllegalStateException when there is no such template or a value is missing
   */
  public static String fill(String name, Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    text(name)
        .lines()
        .forEach(
            line -> {
              String filled = line(name, line, values);
              if (!VALUE.matcher(line).find() || !filled.equals(empty(line))) {
                text.append(filled).append('\n');
              }
            });
    return text.toString();
  }

  private static String line(String name, String line, Map<String, String> values) {
    return VALUE
        .matcher(line)
        .replaceAll(
            each -> {
              String value = values.get(each.group(1));
              if (value == null) {
                throw new IllegalStateException(name + " needs a value for " + each.group(1));
              }
              return Matcher.quoteReplacement(value);
            });
  }

  private static String empty(String line) {
    return VALUE.matcher(line).replaceAll("");
  }

  private static String text(String name) {
    String file = name.contains(".") ? name : name + ".md";
    try (InputStream in = Template.class.getResourceAsStream("/channelcert/instructions/" + file)) {
      if (in == null) {
        throw new IllegalStateException("there is no instruction " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
