package channelcert.fault;

/**
 * How a faulty channel manager treats one exchange, seen from the wire between it and Mews: it may
 * change the request, the answer or both, answer itself, send more or nothing. One behaviour serves
 * one proxy and may remember; it is called by many threads.
 */
@FunctionalInterface
public interface Behaviour {
  /** Nothing is changed. */
  Behaviour CORRECT = (request, wire) -> wire.send(request);

  /**
   * Carries a request to the party it names, and its answer back.
   *
   * @param request as it arrived, with {@code responseUrl} pointing to the proxy already
   * @return what the caller is to see
   */
  Answer carry(Request request, Wire wire);
}
