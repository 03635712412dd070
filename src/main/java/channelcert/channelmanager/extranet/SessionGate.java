package channelcert.channelmanager.extranet;

import channelcert.channelmanager.access.Access;
import channelcert.channelmanager.extranet.view.Words;
import channelcert.http.page.Digest;
import channelcert.http.page.Form;
import channelcert.http.page.Html;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets only people in who are logged in, and takes forms only that stood on a page of their own
 * session.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
final class SessionGate implements ContainerRequestFilter {
  static final String COOKIE = "channelcert_extranet";
  static final String TOKEN_FIELD = "formToken";
  private static final int MAX_FORM = 1 << 20;
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private final Access access;
  private final String version;

  SessionGate(Access access, String version) {
    this.access = access;
    this.version = version;
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    String path = request.getUriInfo().getPath();
    boolean page = path.equals("extranet") || path.startsWith("extranet/");
    if (!page || path.startsWith("extranet/assets/")) {
      return;
    }
    boolean posted = request.getMethod().equals("POST");
    if (posted && !isOwn(request)) {
      request.abortWith(problem(403, "The form came from another site and was not taken."));
      return;
    }
    @Nullable Form form = posted ? form(request) : Form.parse("");
    if (form == null) {
      request.abortWith(
          problem(400, "This is no form, or it is larger than " + Words.bytes(MAX_FORM) + "."));
      return;
    }
    Optional<String> token = cookie(request).flatMap(access::formToken);
    Visit.begin(request, token.orElse(""), version, form);
    if (path.equals("extranet/login")) {
      return;
    }
    if (token.isEmpty()) {
      request.abortWith(toLogin(request, posted));
    } else if (posted && !Digest.same(token.get(), form.text(TOKEN_FIELD))) {
      request.abortWith(
          problem(
              403,
              "The form does not belong to this session; go back, reload the page and send it"
                  + " again."));
    }
  }

  static Optional<String> cookie(ContainerRequestContext request) {
    Cookie cookie = request.getCookies().get(COOKIE);
    return Optional.ofNullable(cookie).map(Cookie::getValue);
  }

  static Response problem(int status, String message) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(new Refusal(message))
        .build();
  }

  /** What {@link ErrorPages} makes a page of. */
  record Refusal(String message) {}

  private static Response toLogin(ContainerRequestContext request, boolean posted) {
    String wanted = request.getUriInfo().getRequestUri().getRawPath();
    String query = request.getUriInfo().getRequestUri().getRawQuery();
    if (posted || wanted.equals("/extranet")) {
      return Html.see("/extranet/login");
    }
    String next = query == null ? wanted : wanted + "?" + query;
    return Html.see("/extranet/login?next=" + Words.inAddress(next));
  }

  /** Browsers of today say where a request comes from. */
  private static boolean isOwn(ContainerRequestContext request) {
    String site = request.getHeaderString("Sec-Fetch-Site");
    return site == null || OWN.contains(site);
  }

  private static @Nullable Form form(ContainerRequestContext request) throws IOException {
    MediaType type = request.getMediaType();
    byte[] body = request.getEntityStream().readNBytes(MAX_FORM + 1);
    request.setEntityStream(new ByteArrayInputStream(body));
    boolean empty = body.length == 0;
    boolean form = type != null && MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type);
    return body.length > MAX_FORM || !(form || empty)
        ? null
        : Form.parse(new String(body, StandardCharsets.UTF_8));
  }
}
