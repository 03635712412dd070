package channelcert.channelmanager.extranet;

import channelcert.channelmanager.extranet.page.JtekeyGenerated;
import channelcert.http.page.Html;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** The key of the selling API. */
@Path("/extranet/selling-api")
public final class SellingKeyResource {
  private final ExtranetParts parts;

  SellingKeyResource(ExtranetParts parts) {
    this.parts = parts;
  }

  /** Whether there is a key, and how to use it. */
  @GET
  public Response show(@Context ContainerRequestContext request) {
    return page(Visit.of(request), "");
  }

  /** Chooses a new key and shows it, this once. */
  @POST
  public Response choose(@Context ContainerRequestContext request) {
    return page(Visit.of(request), parts.access().newSellingKey());
  }

  private Response page(Visit visit, String key) {
    return Html.page(
        (out, tags) ->
            JtekeyGenerated.render(
                out,
                tags,
                visit.shell("Selling API", "selling-api"),
                parts.access().sellingKeySince(),
                key));
  }
}
