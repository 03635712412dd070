package channelcert.channelmanager.driver;

import channelcert.channelmanager.mapping.Gate;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Lets only the holder of the client token drive; before anything else is looked at. */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class DriverGate implements ContainerRequestFilter {
  private static final String SCHEME = "Bearer ";

  private final Gate gate;

  public DriverGate(Gate gate) {
    this.gate = gate;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getUriInfo().getPath().startsWith("driver/") && !isAllowed(request)) {
      request.abortWith(
          ProblemMapper.answer(
              401,
              "Send the client token that Mews uses towards this channel manager as"
                  + " 'Authorization: Bearer <token>'."));
    }
  }

  private boolean isAllowed(ContainerRequestContext request) {
    @Nullable String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    return header != null
        && header.startsWith(SCHEME)
        && gate.isClientToken(header.substring(SCHEME.length()));
  }
}
