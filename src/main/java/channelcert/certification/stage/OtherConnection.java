package channelcert.certification.stage;

import java.util.Set;

/**
 * One more connection of the property to the same candidate, set up and mapped, with nothing
 * switched on. Closing it switches everything off again, so that later rows meet none of it.
 */
public record OtherConnection(MewsSide mews, Driver driver, Probe probe) implements AutoCloseable {
  @Override
  public void close() {
    mews.discardPending();
    mews.enable(Set.of());
  }
}
