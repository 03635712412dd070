package channelcert.journey.api;

import channelcert.contract.portal.LogIn;
import channelcert.contract.portal.Person;
import channelcert.contract.portal.Session;
import channelcert.contract.portal.api.SessionApi;
import channelcert.journey.people.Accounts;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;

/** Log-in and log-out. */
public final class SessionResource implements SessionApi {
  private final Accounts accounts;

  @SuppressWarnings("NullAway.Init")
  @Context
  private SecurityContext security;

  @SuppressWarnings("NullAway.Init")
  @Context
  private HttpHeaders headers;

  SessionResource(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Session logIn(LogIn logIn) {
    return switch (accounts.logIn(logIn.email(), logIn.password())) {
      case Accounts.LoggedIn in -> PersonMapper.session(in.login());
      case Accounts.Refused refused ->
          throw PortalRefusal.unauthorised("The address and the password do not belong together.");
      case Accounts.Waits waits ->
          throw PortalRefusal.tooMany(
              "Too many log-ins of this address have failed; try again in a quarter of an hour.");
    };
  }

  @Override
  public Person whoAmI() {
    return PersonMapper.person(Caller.person(security));
  }

  @Override
  public void logOut() {
    @Nullable String header = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (header != null) {
      accounts.logOut(header.substring(header.indexOf(' ') + 1));
      return;
    }
    Cookie cookie = headers.getCookies().get(PortalGate.COOKIE);
    if (cookie != null) {
      accounts.logOut(cookie.getValue());
    }
  }
}
