package channelcert.journey.pages;

import channelcert.http.page.Html;
import channelcert.journey.pages.template.JtesharedGenerated;
import channelcert.journey.share.ShareDesk;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** A case by a share link, for whoever holds it. */
@Path("/portal/shared")
public final class SharedPageResource {
  private final PageParts parts;
  private final CaseViews views;

  SharedPageResource(PageParts parts, CaseViews views) {
    this.parts = parts;
    this.views = views;
  }

  /** What the link shows. */
  @GET
  @Path("{token:[A-Za-z0-9]{1,100}}")
  public Response shared(
      @Context ContainerRequestContext request, @PathParam("token") String token) {
    ShareDesk.Shared shared =
        parts
            .shares()
            .shown(token)
            .orElseThrow(() -> Refusal.of(404, "The link is unknown, over or was revoked."));
    return Html.page(
        (out, tags) ->
            JtesharedGenerated.render(
                out,
                tags,
                Visit.of(request).shell(shared.found().application(), ""),
                shared,
                views.checklist(shared.found())));
  }
}
