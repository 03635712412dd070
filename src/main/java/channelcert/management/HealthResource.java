package channelcert.management;

import channelcert.contract.management.Health;
import channelcert.contract.management.api.HealthApi;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Liveness and readiness, for those who run the process. */
public final class HealthResource implements HealthApi {
  private final Readiness readiness;

  public HealthResource(Readiness readiness) {
    this.readiness = readiness;
  }

  @Override
  public Health getHealth() {
    return Health.builder().status(Readiness.State.UP.name()).build();
  }

  @Override
  public Health getReadiness() {
    Readiness.Seen seen = readiness.look();
    Health health = Health.builder().status(seen.state().name()).reason(seen.reason()).build();
    if (seen.state() != Readiness.State.UP) {
      throw new ServiceUnavailableException(
          Response.status(Response.Status.SERVICE_UNAVAILABLE)
              .type(MediaType.APPLICATION_JSON_TYPE)
              .entity(health)
              .build());
    }
    return health;
  }
}
