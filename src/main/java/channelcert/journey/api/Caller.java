package channelcert.journey.api;

import channelcert.journey.people.Login;
import channelcert.journey.people.Person;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Who calls, as the gate found out. */
final class Caller implements SecurityContext, Principal {
  private final Login login;
  private final boolean secure;

  /**
   * The caller of one request.
   *
   * @param secure whether the request came over HTTPS
   */
  Caller(Login login, boolean secure) {
    this.login = login;
    this.secure = secure;
  }

  static Person person(SecurityContext security) {
    if (security.getUserPrincipal() instanceof Caller caller) {
      return caller.login.person();
    }
    throw new IllegalStateException("the gate lets nobody in without a log-in");
  }

  @Override
  public String getName() {
    return login.person().id();
  }

  @Override
  public Principal getUserPrincipal() {
    return this;
  }

  @Override
  public boolean isUserInRole(String role) {
    return login.person().role().name().equals(role);
  }

  @Override
  public boolean isSecure() {
    return secure;
  }

  @Override
  public String getAuthenticationScheme() {
    return "session";
  }
}
