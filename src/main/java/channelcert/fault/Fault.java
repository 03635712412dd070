package channelcert.fault;

import java.util.Set;
import java.util.function.Supplier;

/**
 * One way to be a wrong channel manager.
 *
 * @param name stable words, for example {@code availability-last-night-lost}
 * @param breaks the rule that is broken and how, in one sentence
 * @param row code of the row where it has to be found
 * @param expectation id of the expectation of that row that has to fail
 * @param alsoRows other rows that rest on the same rule and may fail too
 * @param behaviour makes the behaviour of one proxy
 */
public record Fault(
    String name,
    String breaks,
    String row,
    String expectation,
    Set<String> alsoRows,
    Supplier<Behaviour> behaviour) {
  /** No fault at all: what the layer itself must not spoil. */
  public static final Fault NONE =
      new Fault("none", "Nothing is broken.", "", "", Set.of(), () -> Behaviour.CORRECT);

  /** The first words of a declaration. */
  static Declaration fault(String name, String breaks) {
    return new Declaration(name, breaks);
  }

  /** A fault that still has to say where it is found. */
  record Declaration(String name, String breaks) {
    Placed foundBy(String row, String expectation, String... alsoRows) {
      return new Placed(this, row, expectation, Set.of(alsoRows));
    }
  }

  /** A fault that still has to say what it does. */
  record Placed(Declaration declaration, String row, String expectation, Set<String> alsoRows) {
    Fault as(Behaviour stateless) {
      return remembering(() -> stateless);
    }

    Fault remembering(Supplier<Behaviour> behaviour) {
      return new Fault(
          declaration.name(), declaration.breaks(), row, expectation, alsoRows, behaviour);
    }
  }
}
