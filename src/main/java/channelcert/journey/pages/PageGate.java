package channelcert.journey.pages;

import channelcert.http.page.Digest;
import channelcert.http.page.Form;
import channelcert.http.page.Html;
import channelcert.journey.people.Accounts;
import channelcert.journey.people.Login;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets only people in who are logged in, and takes forms only that stood on a page of their own
 * session.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class PageGate implements ContainerRequestFilter {
  /** Cookie of the session, for pages and API. */
  public static final String COOKIE = "channelcert-session";

  static final String TOKEN_FIELD = "formToken";
  private static final int MAX_FORM = 1 << 20;
  private static final int MAX_UPLOAD = 26 << 20;
  private static final Set<String> OWN = Set.of("same-origin", "none");
  private static final Set<String> OPEN = Set.of("portal/login", "portal/invitation");

  /** Certificates are for anybody, and whoever holds a share link needs no account. */
  private static final List<String> OPEN_BELOW = List.of("portal/certificates/", "portal/shared/");

  private final Accounts accounts;
  private final String version;
  private final boolean development;

  PageGate(Accounts accounts, String version, boolean development) {
    this.accounts = accounts;
    this.version = version;
    this.development = development;
  }

  /** Whether the request is for a page and not for the API. */
  public static boolean isPage(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    return path.isEmpty()
        || path.equals("portal")
        || path.startsWith("portal/")
        || path.equals("invitation");
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    String path = request.getUriInfo().getPath();
    if (!isPage(request) || !path.startsWith("portal") || path.startsWith("portal/assets/")) {
      return;
    }
    boolean posted = request.getMethod().equals("POST");
    if (posted && !isOwn(request)) {
      refuse(request, 403, "The form came from another site and was not taken.");
      return;
    }
    Optional<Login> login = cookie(request).flatMap(accounts::session);
    boolean open = OPEN.contains(path) || OPEN_BELOW.stream().anyMatch(path::startsWith);
    if (login.isEmpty() && !open) {
      request.abortWith(toLogin(request, posted));
      return;
    }
    @Nullable Form form = posted ? form(request, login.isPresent()) : Form.parse("");
    if (form == null) {
      refuse(request, 400, "This is no form, or it is too large: 1 MB, with a file 26 MB.");
      return;
    }
    Visit.begin(request, login.orElse(null), version, development, form);
    if (!open && posted && !Digest.same(login.orElseThrow().formToken(), form.text(TOKEN_FIELD))) {
      refuse(
          request,
          403,
          "The form does not belong to this session; go back, reload the page and send it again.");
    }
  }

  static Optional<String> cookie(ContainerRequestContext request) {
    Cookie cookie = request.getCookies().get(COOKIE);
    return Optional.ofNullable(cookie).map(Cookie::getValue);
  }

  private static void refuse(ContainerRequestContext request, int status, String message) {
    request.abortWith(new Refusal(message).answer(status));
  }

  private static Response toLogin(ContainerRequestContext request, boolean posted) {
    String wanted = request.getUriInfo().getRequestUri().getRawPath();
    return posted || wanted.equals("/portal")
        ? Html.see("/portal/login")
        : Html.see("/portal/login?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
  }

  /** Browsers of today say where a request comes from. */
  private static boolean isOwn(ContainerRequestContext request) {
    String site = request.getHeaderString("Sec-Fetch-Site");
    return site == null || OWN.contains(site);
  }

  /** Only somebody who is logged in sends files. */
  private static @Nullable Form form(ContainerRequestContext request, boolean loggedIn)
      throws IOException {
    MediaType type = request.getMediaType();
    boolean files = type != null && MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type);
    int most = files && loggedIn ? MAX_UPLOAD : MAX_FORM;
    byte[] body = request.getEntityStream().readNBytes(most + 1);
    request.setEntityStream(new ByteArrayInputStream(body));
    boolean form = type != null && MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type);
    if (body.length > most || !(form || files || body.length == 0)) {
      return null;
    }
    return files ? upload(request, body) : Form.parse(new String(body, StandardCharsets.UTF_8));
  }

  private static @Nullable Form upload(ContainerRequestContext request, byte[] body) {
    try {
      return Form.multipart(request.getHeaderString(HttpHeaders.CONTENT_TYPE), body);
    } catch (IOException broken) {
      return null;
    }
  }
}
