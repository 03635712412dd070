package channelcert.cli;

import channelcert.exchange.Direction;
import channelcert.exchange.Recorder;
import java.net.URI;
import java.time.Instant;

/** Notes only whether the candidate called Mews at all. */
final class Called implements Recorder {
  private volatile boolean called;

  @Override
  public Open start(
      Direction direction, String operation, String method, URI url, Instant startedAt) {
    called |= direction == Direction.CANDIDATE_TO_MEWS;
    return NONE.start(direction, operation, method, url, startedAt);
  }

  boolean called() {
    return called;
  }
}
