package channelcert.channelmanager;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.Map;

/**
 * Serves operations under the other names by which they may be called: the notification as a reader
 * would spell it, the confirmation of a block as that of a booking is called. Acts before the
 * address is looked up.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
final class Aliases implements ContainerRequestFilter {
  private static final Map<String, String> PUBLISHED =
      Map.of(
          "changeNotification", "changeNotificaton",
          "confirmAvailabilityBlock", "processAvailabilityBlockConfirmation");

  @Override
  public void filter(ContainerRequestContext request) {
    String published = PUBLISHED.get(request.getUriInfo().getPath());
    if (published != null) {
      request.setRequestUri(request.getUriInfo().getBaseUri().resolve(published));
    }
  }
}
