package channelcert.mews.control;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets only the holder of the control token in; before anything else is looked at. */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
final class ControlGate implements ContainerRequestFilter {
  private static final String SCHEME = "Bearer ";
  private static final int UNAUTHORISED = 401;
  private static final Set<String> OPEN = Set.of("health", "ready", "metrics");

  private final byte[] token;

  ControlGate(String token) {
    this.token = token.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!OPEN.contains(request.getUriInfo().getPath(false)) && !isAllowed(request)) {
      request.abortWith(
          ProblemMapper.answer(
              UNAUTHORISED,
              "Send the control token as 'Authorization: Bearer <token>'; serve keeps it in the"
                  + " file control.tokens of its data folder."));
    }
  }

  /** Compares in a time that tells nothing about where the tokens differ. */
  private boolean isAllowed(ContainerRequestContext request) {
    @Nullable String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    return header != null
        && header.startsWith(SCHEME)
        && MessageDigest.isEqual(
            header.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8), token);
  }
}
