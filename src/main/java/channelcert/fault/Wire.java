package channelcert.fault;

import java.time.Duration;

/** The way on from the proxy to the two parties. */
public interface Wire {
  /**
   * Sends a request to the party that it names and waits for the answer; 502 where there is none.
   */
  Answer send(Request request);

  /** Does something while the exchange goes on, unless the proxy is closed before. */
  void later(Duration delay, Runnable work);

  /** What went through the proxy so far. */
  Memory memory();
}
