package channelcert.http;

import java.time.Duration;

/** Something that can be stopped without breaking what is under way. */
public interface Draining extends AutoCloseable {
  /** Goes on as before, but tells every caller to close its connection after the answer. */
  void lastAnswers();

  /** Takes no new connections and waits until what is under way has ended, at most so long. */
  void drain(Duration atMost);

  @Override
  void close();
}
