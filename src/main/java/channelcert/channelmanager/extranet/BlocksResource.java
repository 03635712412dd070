package channelcert.channelmanager.extranet;

import channelcert.channelmanager.extranet.page.JteblocksGenerated;
import channelcert.channelmanager.extranet.view.BlocksView;
import channelcert.channelmanager.mapping.Profile;
import channelcert.http.page.Html;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Availability blocks of both origins. */
@Path("/extranet/c/{id:\\d{1,18}}/blocks")
public final class BlocksResource {
  private final ExtranetParts parts;

  BlocksResource(ExtranetParts parts) {
    this.parts = parts;
  }

  /** The list. */
  @GET
  public Response list(@Context ContainerRequestContext request, @PathParam("id") long id) {
    Profile profile = parts.profile(id);
    BlocksView view = new BlocksView(parts.blocks().list(id));
    return Html.page(
        (out, tags) ->
            JteblocksGenerated.render(
                out, tags, Visit.of(request).shell("Blocks", "blocks", profile), view));
  }
}
