package channelcert.http;

/** How an API words its faults. */
@FunctionalInterface
public interface FaultForm {
  /**
   * The answer to a request that no resource answered.
   *
   * @param path path of the request, with its leading slash
   */
  FaultAnswer answer(Fault fault, String path);

  /**
   * An answer.
   *
   * @param status HTTP status
   * @param body what is written as JSON
   */
  record FaultAnswer(int status, Object body) {}
}
