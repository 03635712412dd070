package channelcert.http.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;

/**
 * Tells browsers what the pages below a path may do: load files of this server alone, run no script
 * that stands in a page, be framed by nobody.
 */
public final class PageHeaders implements ContainerResponseFilter {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src"
          + " 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** The same, for a page whose style sheet holds its pictures itself. */
  public static final String WITH_PICTURES_IN_STYLES =
      POLICY.replace("img-src 'self'", "img-src 'self' data:");

  private static final String NAME = "Content-Security-Policy";

  private final String root;

  /**
   * For every page below a path.
   *
   * @param root without slashes around it, for example {@code extranet}
   */
  public PageHeaders(String root) {
    this.root = root;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String path = request.getUriInfo().getPath();
    if (!path.equals(root) && !path.startsWith(root + "/")) {
      return;
    }
    MultivaluedMap<String, Object> headers = response.getHeaders();
    if (!headers.containsKey(NAME)) {
      headers.putSingle(NAME, POLICY);
    }
    headers.putSingle("X-Content-Type-Options", "nosniff");
    headers.putSingle("X-Frame-Options", "DENY");
    headers.putSingle("Referrer-Policy", "same-origin");
    headers.putSingle("Cross-Origin-Opener-Policy", "same-origin");
    headers.putSingle("Cross-Origin-Resource-Policy", "same-origin");
    headers.putSingle(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    if (!headers.containsKey("Cache-Control")) {
      headers.putSingle("Cache-Control", "no-store");
    }
  }
}
