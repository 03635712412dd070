package channelcert.certification.verdict.lesson;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The published rules behind the expectations, in our words, each with its page. */
public final class Rulebook {
  private static final List<Entry> ENTRIES = read();

  private Rulebook() {}

  /**
   * A published rule.
   *
   * @param page title of the page of the published documentation
   * @param rule what it says, in our words
   */
  public record Rule(String page, String rule) {}

  /**
   * The rule behind an expectation; empty for what is no rule of Mews.
   *
   * @param row code of the row, for example {@code INV-1}
   * @param expectation id of the expectation
   */
  public static Optional<Rule> of(String row, String expectation) {
    return place(row, expectation).map(place -> ENTRIES.get(place).published());
  }

  /** How many rules there are. */
  static int size() {
    return ENTRIES.size();
  }

  /** Which rule, counted from 0. */
  static Optional<Integer> place(String row, String expectation) {
    String name = row + "/" + expectation;
    for (int place = 0; place < ENTRIES.size(); place++) {
      if (ENTRIES.get(place).covers(name)) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  private record Line(String page, String rule, @JsonProperty("for") List<String> expectations) {}

  private record Entry(Rule published, List<Pattern> names) {
    boolean covers(String name) {
      return names.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }
  }

  private static List<Entry> read() {
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    try (InputStream in = Rulebook.class.getResourceAsStream("/channelcert/rules.yaml")) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file rules.yaml");
      }
      return yaml.readValue(in, new TypeReference<List<Line>>() {}).stream()
          .map(
              line ->
                  new Entry(
                      new Rule(line.page(), line.rule()),
                      line.expectations().stream().map(Rulebook::pattern).toList()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Pattern pattern(String glob) {
    return Pattern.compile(
        Arrays.stream(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
  }
}
