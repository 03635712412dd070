package channelcert.journey.pages;

import channelcert.http.page.Assets;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Style sheet, script and icon; for everybody. */
@Path("/portal/assets")
public final class AssetsResource {
  private final Assets assets;

  AssetsResource(Assets assets) {
    this.assets = assets;
  }

  /** A file; its address changes with its content. */
  @GET
  @Path("{version}/{name}")
  public Response file(@PathParam("name") String name) {
    return assets.file(name);
  }
}
