package channelcert.channelmanager.notification;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/**
 * Serves the notification under the spelling that a reader expects, besides the published one. Acts
 * before the address is looked up.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class ChangeNotificationAlias implements ContainerRequestFilter {
  private static final String PUBLISHED = "changeNotificaton";
  private static final String EXPECTED = "changeNotification";

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getUriInfo().getPath().equals(EXPECTED)) {
      request.setRequestUri(request.getUriInfo().getBaseUri().resolve(PUBLISHED));
    }
  }
}
