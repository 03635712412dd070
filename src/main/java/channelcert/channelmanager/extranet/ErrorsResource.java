package channelcert.channelmanager.extranet;

import channelcert.channelmanager.extranet.page.JteerrorsGenerated;
import channelcert.channelmanager.extranet.view.ErrorsView;
import channelcert.channelmanager.mapping.Profile;
import channelcert.channelmanager.reservation.LoggedError;
import channelcert.http.page.Html;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** The error log of a connection. */
@Path("/extranet/c/{id:\\d{1,18}}/errors")
public final class ErrorsResource {
  private final ExtranetParts parts;

  ErrorsResource(ExtranetParts parts) {
    this.parts = parts;
  }

  /** The list. */
  @GET
  public Response list(@Context ContainerRequestContext request, @PathParam("id") long id) {
    Visit visit = Visit.of(request);
    Profile profile = parts.profile(id);
    String search = visit.query().text("search");
    ErrorsView view =
        new ErrorsView(
            search,
            parts.errors().newest(id).reversed().stream()
                .filter(entry -> fits(entry, search.toLowerCase(Locale.ROOT)))
                .toList());
    return Html.page(
        (out, tags) ->
            JteerrorsGenerated.render(out, tags, visit.shell("Errors", "errors", profile), view));
  }

  private static boolean fits(LoggedError entry, String wanted) {
    String text =
        entry.operation() + " " + entry.reference() + " " + entry.code() + " " + entry.message();
    return text.toLowerCase(Locale.ROOT).contains(wanted);
  }
}
