package channelcert.journey.pages;

import channelcert.http.Json;
import channelcert.http.page.Html;
import channelcert.journey.pages.template.JteproblemGenerated;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Makes a page of every refusal and fault below {@code /portal}. */
final class ErrorPages implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!PageGate.isPage(request)
        || response.getStatus() < 400
        || isHtml(response)
        || !response.hasEntity()) {
      return;
    }
    String title =
        switch (response.getStatus()) {
          case 404 -> "Nothing is here";
          case 403 -> "Not for you to do";
          case 500 -> "Something went wrong on our side";
          default -> "That did not work";
        };
    String message = Json.mapper().valueToTree(response.getEntity()).path("message").asText("");
    Response made =
        Html.page(
            response.getStatus(),
            (out, tags) ->
                JteproblemGenerated.render(out, tags, Visit.of(request).shell(title, ""), message));
    response.setEntity(made.getEntity(), null, made.getMediaType());
  }

  private static boolean isHtml(ContainerResponseContext response) {
    MediaType type = response.getMediaType();
    return type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE);
  }
}
