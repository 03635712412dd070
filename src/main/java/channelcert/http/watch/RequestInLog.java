package channelcert.http.watch;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Puts the identifier of the request into everything that is logged while it is worked on. Nothing
 * takes it out again: each request has a thread of its own, which ends with it.
 */
@PreMatching
@Priority(0)
public final class RequestInLog implements ContainerRequestFilter {
  /** Key of the identifier among what a log line knows about its thread. */
  public static final String KEY = "requestId";

  @Override
  public void filter(ContainerRequestContext request) {
    @Nullable String id = request.getHeaderString(RequestWatch.HEADER);
    if (id != null && !id.isEmpty()) {
      MDC.put(KEY, id);
    }
  }
}
