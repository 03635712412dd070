package channelcert.certification.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A-MSG: an error message is forwarded to the property, so it has to say what is wrong, by name.
 */
public final class MessageQuality {
  /** What the rule asks for. */
  static final String EXPECTED =
      "a message of at least 15 characters that says in words what is wrong";

  private static final int SHORTEST = 15;
  private static final Pattern ADVICE =
      Pattern.compile(
          "\\b(check|map|add|set|send|try|retry|again|contact|correct|fix|activate|enable|connect"
              + "|wait|repeat|please|remove|change|ask|call)\\w*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

  private MessageQuality() {}

  /**
   * What is wrong with a message; empty when it is good.
   *
   * @param offending the code or number that it has to mention; empty when there is none
   */
  public static List<String> problems(String message, String offending) {
    List<String> problems = new ArrayList<>();
    String text = message.strip();
    if (text.isEmpty()) {
      return List.of("the message is empty");
    }
    if (text.length() < SHORTEST) {
      problems.add("it has only " + text.length() + " characters");
    }
    if (!offending.isEmpty() && !mentions(text, offending)) {
      problems.add("it does not mention " + offending);
    }
    if (WORD.matcher(text)
            .results()
            .map(word -> word.group().toLowerCase(Locale.ROOT))
            .distinct()
            .filter(word -> !word.equals("error") && !word.equals("code"))
            .count()
        < 2) {
      problems.add("it says nothing in words");
    }
    return problems;
  }

  /** Whether it says what to do next, which is recommended. */
  static boolean advises(String message) {
    return ADVICE.matcher(message).find();
  }

  private static boolean mentions(String text, String offending) {
    return text.toLowerCase(Locale.ROOT).contains(offending.toLowerCase(Locale.ROOT));
  }
}
