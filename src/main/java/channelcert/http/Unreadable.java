package channelcert.http;

import java.util.List;

/**
 * JSON that cannot be used, with every reason in words that are safe to show to its sender: no
 * value of a secret property, no names of our classes.
 */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * One thing that is wrong with a property.
   *
   * @param path where it is, for example {@code prices[2].from}
   * @param missing whether nothing stands there; otherwise the rule says what is wrong
   * @param rule a sentence about the path without its full stop
   */
  record Flaw(String path, boolean missing, String rule) {
    static Flaw missing(String path) {
      return new Flaw(path, true, path + " is missing");
    }

    static Flaw wrong(String path, String rule) {
      return new Flaw(path, false, path.isEmpty() ? rule : path + ": " + rule);
    }
  }

  private final String predicate;
  private final transient List<Flaw> flaws;

  private Unreadable(String predicate, List<Flaw> flaws) {
    super(predicate, null, false, false);
    this.predicate = predicate;
    this.flaws = List.copyOf(flaws);
  }

  /**
   * The text as a whole is wrong.
   *
   * @param predicate what is said of the body, for example {@code is empty}
   */
  static Unreadable whole(String predicate) {
    return new Unreadable(predicate, List.of());
  }

  /** The text is JSON, but some of its properties break a rule. */
  static Unreadable properties(List<Flaw> flaws) {
    return new Unreadable("is not of the form that the contract asks for", flaws);
  }

  /** Told to the sender of a request. */
  String ofRequest() {
    if (flaws.isEmpty()) {
      return "The body " + predicate + ".";
    }
    return String.join("; ", flaws.stream().map(Flaw::rule).toList()) + ".";
  }

  /** Told to whoever waited for an answer. */
  String ofAnswer() {
    if (flaws.isEmpty()) {
      return "the answer " + predicate;
    }
    return String.join("; ", flaws.stream().map(Unreadable::ofAnswer).toList());
  }

  private static String ofAnswer(Flaw flaw) {
    return flaw.missing()
        ? "the answer lacks `" + flaw.path() + "`"
        : "the answer is not of the contract's form: " + flaw.rule();
  }
}
