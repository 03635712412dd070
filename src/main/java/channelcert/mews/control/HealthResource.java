package channelcert.mews.control;

import channelcert.contract.control.Health;
import channelcert.contract.control.api.HealthApi;

/** Liveness and readiness, for those who run the process. */
public final class HealthResource implements HealthApi {
  private static final Health UP = new Health("UP");

  private final ControlStore store;

  HealthResource(ControlStore store) {
    this.store = store;
  }

  @Override
  public Health getHealth() {
    return UP;
  }

  @Override
  public Health getReadiness() {
    try {
      store.probe();
      return UP;
    } catch (RuntimeException unreachable) {
      throw ControlRefusal.unavailable(
          "The database does not answer; look at its server, and at the log of this process.");
    }
  }
}
