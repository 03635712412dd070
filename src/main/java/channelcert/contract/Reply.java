package channelcert.contract;

/**
 * What came back for one request: an answer of the contract's form, or the reason why there is
 * none.
 */
public sealed interface Reply<A> {
  /** The other party answered HTTP 200 with a body of the contract's form. */
  record Answered<A>(A body) implements Reply<A> {}

  /**
   * No usable answer: refused connection, time-out, another status, HTML, broken JSON.
   *
   * @param reason one sentence for a person
   */
  record Failed<A>(String reason) implements Reply<A> {}
}
