package channelcert.certification.stage;

/**
 * One more connection of the property to the same candidate, set up and mapped, with nothing
 * switched on. Closing it switches it off as a whole, so that later rows meet none of it.
 */
public record OtherConnection(MewsSide mews, Driver driver, Probe probe) implements AutoCloseable {
  @Override
  public void close() {
    mews.disconnect();
  }
}
