package channelcert.journey.cases;

/**
 * A secret that is shown once, in the answer to the step that made it.
 *
 * @param name what it is, for people
 */
public record ShownSecret(String name, String value) {
  /** Without the secret. */
  @Override
  public String toString() {
    return "ShownSecret[" + name + "]";
  }
}
