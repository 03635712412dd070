package channelcert.journey.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Files as answers. */
final class Downloads {
  private Downloads() {}

  /** A file to be saved. */
  static Response file(Object content, String type, String name) {
    return with(content, type, "attachment; filename=\"" + plain(name) + "\"");
  }

  /** A file to be shown. */
  static Response page(Object content, String type) {
    return with(content, type, "inline");
  }

  private static Response with(Object content, String type, String disposition) {
    return Response.ok(content, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]", "-");
  }
}
