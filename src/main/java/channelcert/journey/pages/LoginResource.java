package channelcert.journey.pages;

import channelcert.http.page.Form;
import channelcert.http.page.Html;
import channelcert.http.page.Throttle;
import channelcert.journey.pages.template.JteinvitationGenerated;
import channelcert.journey.pages.template.JteloginGenerated;
import channelcert.journey.people.Accounts;
import channelcert.journey.people.NewLogin;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.glassfish.grizzly.http.server.Request;

/** Logging in and out, and accepting an invitation. */
@Path("/portal")
public final class LoginResource {
  private static final String HOME = "/portal";
  private static final int LEAST_PASSWORD = 12;
  private static final int LONGEST = 200;
  private static final Pattern OWN_PAGE =
      Pattern.compile("/portal/(?!login)[A-Za-z0-9/_.~-]{1,500}");

  private final Accounts accounts;
  private final Throttle throttle;

  LoginResource(Accounts accounts, Throttle throttle) {
    this.accounts = accounts;
    this.throttle = throttle;
  }

  /** The form. */
  @GET
  @Path("login")
  public Response form(@Context ContainerRequestContext request) {
    Visit visit = Visit.of(request);
    return visit.isLoggedIn() ? Html.see(HOME) : login(200, visit, visit.query());
  }

  /** Takes address and password. */
  @POST
  @Path("login")
  public Response logIn(@Context ContainerRequestContext request, @Context Request connection) {
    Visit visit = Visit.of(request);
    Form form = visit.form();
    String caller = connection.getRemoteAddr();
    Duration pause = throttle.pause(caller);
    if (!pause.isZero()) {
      form.error(
          "password",
          "Too many attempts. Try again in " + Math.max(1, pause.toSeconds()) + " seconds.");
      return login(429, visit, form);
    }
    return switch (accounts.logIn(form.text("email"), form.typed("password"))) {
      case Accounts.LoggedIn in -> {
        throttle.succeeded(caller);
        String next = form.text("next");
        yield into(request, in.login(), OWN_PAGE.matcher(next).matches() ? next : HOME);
      }
      case Accounts.Refused refused -> {
        throttle.failed(caller);
        form.error("password", "The address and the password do not belong together.");
        yield login(401, visit, form);
      }
      case Accounts.Waits waits -> {
        form.error(
            "password",
            "Too many log-ins of this address have failed; try again in a quarter of an hour.");
        yield login(429, visit, form);
      }
    };
  }

  /** Ends the session. */
  @POST
  @Path("logout")
  public Response logOut(@Context ContainerRequestContext request) {
    PageGate.cookie(request).ifPresent(accounts::logOut);
    return Response.fromResponse(Html.see("/portal/login?done=out"))
        .cookie(cookie(request, "", 0))
        .build();
  }

  /** The form of somebody who was invited. */
  @GET
  @Path("invitation")
  public Response invitation(@Context ContainerRequestContext request) {
    return invited(200, Visit.of(request), Form.parse(""));
  }

  /** Takes name and password of somebody who was invited. */
  @POST
  @Path("invitation")
  public Response accept(@Context ContainerRequestContext request) {
    Visit visit = Visit.of(request);
    Form form = visit.form();
    String token = form.required("token", "The code of the invitation", LONGEST);
    String name = form.required("name", "Your name", LONGEST);
    String password = form.typed("password");
    if (password.length() < LEAST_PASSWORD || password.length() > LONGEST) {
      form.error("password", "Choose a password of 12 to 200 characters.");
    }
    if (!form.isValid()) {
      return invited(422, visit, form);
    }
    Optional<NewLogin> accepted = accounts.accept(token, name, password);
    if (accepted.isEmpty()) {
      form.error("token", "The invitation is unknown, was used, or is over; ask for another one.");
      return invited(422, visit, form);
    }
    return into(request, accepted.get(), HOME + "?done=welcome");
  }

  private static Response into(ContainerRequestContext request, NewLogin login, String page) {
    return Response.fromResponse(Html.see(page))
        .cookie(cookie(request, login.token(), (int) Accounts.SESSION.toSeconds()))
        .build();
  }

  private static Response login(int status, Visit visit, Form form) {
    return Html.page(
        status,
        (out, tags) -> JteloginGenerated.render(out, tags, visit.shell("Log in", ""), form));
  }

  private static Response invited(int status, Visit visit, Form form) {
    return Html.page(
        status,
        (out, tags) ->
            JteinvitationGenerated.render(
                out, tags, visit.shell("Accept the invitation", ""), form));
  }

  /** Secure where the browser reaches us by way of HTTPS. */
  private static NewCookie cookie(ContainerRequestContext request, String value, int seconds) {
    return new NewCookie.Builder(PageGate.COOKIE)
        .value(value)
        .path("/")
        .maxAge(seconds)
        .httpOnly(true)
        .secure("https".equalsIgnoreCase(request.getHeaderString("X-Forwarded-Proto")))
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }
}
