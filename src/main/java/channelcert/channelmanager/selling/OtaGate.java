package channelcert.channelmanager.selling;

import channelcert.channelmanager.access.Access;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Lets only the holder of the key sell by the API; before anything else is looked at. */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class OtaGate implements ContainerRequestFilter {
  private static final String SCHEME = "Bearer ";

  private final Access access;

  public OtaGate(Access access) {
    this.access = access;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getUriInfo().getPath().startsWith("ota/") && !isAllowed(request)) {
      request.abortWith(
          OtaResource.problem(
              401,
              "Send the key that the extranet shows once under Selling API as 'Authorization:"
                  + " Bearer <key>'."));
    }
  }

  private boolean isAllowed(ContainerRequestContext request) {
    @Nullable String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    return header != null
        && header.startsWith(SCHEME)
        && access.isSellingKey(header.substring(SCHEME.length()));
  }
}
