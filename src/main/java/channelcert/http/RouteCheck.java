package channelcert.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses unknown addresses and methods before anything else does so in its own words. */
@PreMatching
final class RouteCheck implements ContainerRequestFilter {
  private final Routes routes;

  RouteCheck(Routes routes) {
    this.routes = routes;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String path = "/" + request.getUriInfo().getPath(false);
    Set<String> methods = routes.methods(path);
    if (methods.isEmpty()) {
      throw new RefusedRequest(
          new Fault(Fault.Kind.NOT_FOUND, "Nothing is served at this address; check its path."));
    }
    if (!methods.contains(request.getMethod())) {
      String message = "This address is called by " + String.join(" or ", methods) + " only.";
      throw new RefusedRequest(new Fault(Fault.Kind.METHOD_NOT_ALLOWED, message), methods);
    }
    requireReadableType(request.getHeaderString(HttpHeaders.CONTENT_TYPE));
    // Every answer has the one form of its operation, whatever the caller says it would prefer.
    request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
  }

  private static void requireReadableType(@Nullable String contentType) {
    try {
      MediaType.valueOf(contentType == null ? MediaType.WILDCARD : contentType);
    } catch (IllegalArgumentException malformed) {
      throw new RefusedRequest(FaultMapper.wrongContentType());
    }
  }
}
