package channelcert.channelmanager.extranet;

import channelcert.channelmanager.extranet.page.JtecalendarGenerated;
import channelcert.channelmanager.extranet.view.CalendarView;
import channelcert.channelmanager.mapping.Profile;
import channelcert.http.page.Html;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Availability, prices and restrictions, night by night. */
@Path("/extranet/c/{id:\\d{1,18}}/calendar")
public final class CalendarResource {
  private final ExtranetParts parts;

  CalendarResource(ExtranetParts parts) {
    this.parts = parts;
  }

  /** The calendar. */
  @GET
  public Response calendar(@Context ContainerRequestContext request, @PathParam("id") long id) {
    Visit visit = Visit.of(request);
    Profile profile = parts.profile(id);
    CalendarChoice choice = CalendarChoice.of(visit.query(), parts.today());
    CalendarView view =
        new Calendar(profile, parts.offers().offer(id), parts.inventory(), choice)
            .view(parts.configurations().pairs(id), parts.today());
    return Html.page(
        (out, tags) ->
            JtecalendarGenerated.render(
                out, tags, visit.shell("Calendar", "calendar", profile), view));
  }
}
