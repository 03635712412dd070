package channelcert.channelmanager.extranet;

import channelcert.channelmanager.access.Access;
import channelcert.channelmanager.extranet.page.JteloginGenerated;
import channelcert.http.page.Form;
import channelcert.http.page.Html;
import channelcert.http.page.Throttle;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.regex.Pattern;
import org.glassfish.grizzly.http.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logging in and out. */
@Path("/extranet")
public final class LoginResource {
  private static final Logger LOG = LoggerFactory.getLogger(LoginResource.class);
  private static final String HOME = "/extranet/connections";
  private static final Pattern OWN_PAGE =
      Pattern.compile("/extranet/(?!login)[A-Za-z0-9/_.~?=&%+-]{1,2000}");

  private final Access access;
  private final Throttle throttle;

  LoginResource(Access access, Throttle throttle) {
    this.access = access;
    this.throttle = throttle;
  }

  /** The way to the first page. */
  @GET
  public Response home() {
    return Html.see(HOME);
  }

  /** The form. */
  @GET
  @Path("login")
  public Response form(@Context ContainerRequestContext request) {
    Visit visit = Visit.of(request);
    return visit.formToken().isEmpty()
        ? page(200, visit, Form.parse(""), visit.query().text("next"))
        : Html.see(HOME);
  }

  /** Takes the password. */
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
      return page(429, visit, form, form.text("next"));
    }
    if (!access.isPassword(form.typed("password"))) {
      throttle.failed(caller);
      LOG.warn("a login to the extranet from {} failed", caller);
      form.error("password", "This is not the password.");
      return page(401, visit, form, form.text("next"));
    }
    throttle.succeeded(caller);
    String next = form.text("next");
    return Response.fromResponse(Html.see(OWN_PAGE.matcher(next).matches() ? next : HOME))
        .cookie(cookie(request, access.open().cookie(), (int) Access.SESSION.toSeconds()))
        .build();
  }

  /** Ends the session. */
  @POST
  @Path("logout")
  public Response logOut(@Context ContainerRequestContext request) {
    SessionGate.cookie(request).ifPresent(access::close);
    return Response.fromResponse(Html.see("/extranet/login?done=out"))
        .cookie(cookie(request, "", 0))
        .build();
  }

  private Response page(int status, Visit visit, Form form, String next) {
    return Html.page(
        status,
        (out, tags) ->
            JteloginGenerated.render(
                out, tags, visit.shell("Log in", ""), form, next, access.hasPassword()));
  }

  /** Secure where the browser reaches us by way of HTTPS. */
  private static NewCookie cookie(ContainerRequestContext request, String value, int seconds) {
    return new NewCookie.Builder(SessionGate.COOKIE)
        .value(value)
        .path("/extranet")
        .maxAge(seconds)
        .httpOnly(true)
        .secure("https".equalsIgnoreCase(request.getHeaderString("X-Forwarded-Proto")))
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }
}
