package channelcert.channelmanager.mapping;

/** What came of asking Mews. */
public sealed interface Lookup<T> {
  /** Mews answered. */
  record Found<T>(T value) implements Lookup<T> {}

  /**
   * Mews refused or could not be reached.
   *
   * @param reason one sentence for a person
   */
  record Missed<T>(String reason) implements Lookup<T> {}
}
