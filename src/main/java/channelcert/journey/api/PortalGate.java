package channelcert.journey.api;

import channelcert.journey.pages.PageGate;
import channelcert.journey.people.Accounts;
import channelcert.journey.people.Login;
import channelcert.journey.workflow.Role;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets somebody call what the spec lets the role call, and nobody anything that it does not
 * mention.
 */
@Priority(Priorities.AUTHORIZATION)
final class PortalGate implements ContainerRequestFilter {
  /** Cookie of the session, for the pages. */
  static final String COOKIE = PageGate.COOKIE;

  /** Header that has to come with a change when the cookie is used. */
  static final String FORM_TOKEN = "X-Form-Token";

  private static final String BEARER = "Bearer ";
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final Accounts accounts;

  @Context private @Nullable ResourceInfo called;

  PortalGate(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getUriInfo().getPath().indexOf(0) >= 0) {
      throw PortalRefusal.notFound("The address holds U+0000; there is nothing at it.");
    }
    if (PageGate.isPage(request) || annotation(PermitAll.class).isPresent()) {
      return;
    }
    RolesAllowed allowed =
        annotation(RolesAllowed.class)
            .orElseThrow(() -> PortalRefusal.forbidden("Nobody may call this address."));
    Login login = login(request);
    String role = login.person().role().name();
    if (!Arrays.asList(allowed.value()).contains(role)) {
      throw PortalRefusal.forbidden(
          "A %s cannot do this; it is done by: %s."
              .formatted(
                  words(role),
                  String.join(
                      ", ", Arrays.stream(allowed.value()).map(PortalGate::words).toList())));
    }
    request.setSecurityContext(new Caller(login, request.getSecurityContext().isSecure()));
  }

  private Login login(ContainerRequestContext request) {
    @Nullable String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (header != null && header.startsWith(BEARER)) {
      return session(header.substring(BEARER.length()));
    }
    Cookie cookie = request.getCookies().get(COOKIE);
    if (cookie == null) {
      throw PortalRefusal.unauthorised(
          "Log in first (POST /api/session), then send the token as 'Authorization: Bearer"
              + " <token>'.");
    }
    Login login = session(cookie.getValue());
    if (!READING.contains(request.getMethod())
        && !same(login.formToken(), request.getHeaderString(FORM_TOKEN))) {
      throw PortalRefusal.forbidden(
          "The change did not come from a page of the portal; open the page again.");
    }
    return login;
  }

  private Login session(String token) {
    return accounts
        .session(token)
        .orElseThrow(() -> PortalRefusal.unauthorised("The session is over; log in again."));
  }

  private static boolean same(String expected, @Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  /** The annotation stands in the generated interface, which carries it over from the spec. */
  private <A extends Annotation> Optional<A> annotation(Class<A> type) {
    if (called == null || called.getResourceMethod() == null) {
      return Optional.empty();
    }
    Method method = called.getResourceMethod();
    return Arrays.stream(called.getResourceClass().getInterfaces())
        .flatMap(each -> Arrays.stream(each.getMethods()))
        .filter(each -> each.getName().equals(method.getName()))
        .filter(each -> Arrays.equals(each.getParameterTypes(), method.getParameterTypes()))
        .flatMap(each -> Optional.ofNullable(each.getAnnotation(type)).stream())
        .findFirst();
  }

  private static String words(String role) {
    return Role.valueOf(role).words();
  }
}
