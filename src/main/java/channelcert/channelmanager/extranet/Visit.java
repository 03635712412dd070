package channelcert.channelmanager.extranet;

import channelcert.channelmanager.extranet.view.Shell;
import channelcert.channelmanager.mapping.Profile;
import channelcert.http.page.Form;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jspecify.annotations.Nullable;

/** One request of somebody who is logged in. */
final class Visit {
  private static final String TOKEN = Visit.class.getName() + ".token";
  private static final String FORM = Visit.class.getName() + ".form";
  private static final String VERSION = Visit.class.getName() + ".version";

  private final ContainerRequestContext request;

  private Visit(ContainerRequestContext request) {
    this.request = request;
  }

  static Visit of(ContainerRequestContext request) {
    return new Visit(request);
  }

  /** Notes who is there and what was posted. */
  static void begin(
      ContainerRequestContext request, String formToken, String version, Form posted) {
    request.setProperty(TOKEN, formToken);
    request.setProperty(VERSION, version);
    request.setProperty(FORM, posted);
  }

  /** What surrounds a page about all connections. */
  Shell shell(String title, String section) {
    return shell(title, section, null);
  }

  /** What surrounds a page about one connection. */
  Shell shell(String title, String section, @Nullable Profile property) {
    return new Shell(
        title, section, text(TOKEN), text(VERSION), property, Notices.text(query().text("done")));
  }

  /** The fields that were posted. */
  Form form() {
    return (Form) request.getProperty(FORM);
  }

  /** The fields of the address. */
  Form query() {
    return Form.parse(request.getUriInfo().getRequestUri().getRawQuery());
  }

  String formToken() {
    return text(TOKEN);
  }

  private String text(String name) {
    Object value = request.getProperty(name);
    return value == null ? "" : value.toString();
  }
}
