package channelcert.journey.pages;

import channelcert.http.page.Assets;
import channelcert.http.page.Html;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Short addresses, and the files that pages load; for everybody. */
@Path("/")
public final class WayInResource {
  private final Assets assets;

  WayInResource(Assets assets) {
    this.assets = assets;
  }

  /** The first page. */
  @GET
  public Response home() {
    return Html.see("/portal");
  }

  /** The page of an invitation; browsers keep what stands behind the # of the link. */
  @GET
  @Path("invitation")
  public Response invitation() {
    return Html.see("/portal/invitation");
  }

  /** A file; its address changes with its content. */
  @GET
  @Path("portal/assets/{version}/{name}")
  public Response file(@PathParam("name") String name) {
    return assets.file(name);
  }
}
