package channelcert.journey.pages;

import channelcert.http.page.Html;
import channelcert.journey.pages.template.JtehomeGenerated;
import channelcert.journey.pages.view.CaseLine;
import channelcert.journey.people.Person;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The first page: the partner's cases with their steps, or what waits for a certifier. */
@Path("/portal")
public final class HomeResource {
  private final PageParts parts;
  private final CaseViews views;

  HomeResource(PageParts parts, CaseViews views) {
    this.parts = parts;
    this.views = views;
  }

  /** The page. */
  @GET
  public Response home(@Context ContainerRequestContext request) {
    Visit visit = Visit.of(request);
    Person person = visit.person();
    List<CaseLine> cases =
        parts.cases().visibleTo(person).stream()
            .map(parts.desk()::observe)
            .map(found -> views.line(found, person))
            .toList();
    String title = person.role().isMews() ? "Cases" : "Your certification";
    return Html.page(
        (out, tags) -> JtehomeGenerated.render(out, tags, visit.shell(title, "home"), cases));
  }
}
