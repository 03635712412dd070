package channelcert.journey.pages;

import channelcert.http.page.Html;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Short addresses; for everybody. */
@Path("/")
public final class WayInResource {
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
}
