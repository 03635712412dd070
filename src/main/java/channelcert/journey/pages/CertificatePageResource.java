package channelcert.journey.pages;

import channelcert.http.page.Html;
import channelcert.journey.certificate.IssuedCertificate;
import channelcert.journey.pages.template.JtecertificateGenerated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** A certificate, for anybody who holds its number; no log-in is needed. */
@Path("/portal/certificates/{number:[A-Za-z0-9-]{1,128}}")
public final class CertificatePageResource {
  private final Papers papers;

  CertificatePageResource(PageParts parts) {
    this.papers = parts.papers();
  }

  /** The page. */
  @GET
  public Response page(
      @Context ContainerRequestContext request, @PathParam("number") String number) {
    IssuedCertificate found =
        papers
            .certificates()
            .find(number)
            .orElseThrow(() -> Refusal.of(404, "There is no certificate " + number + "."));
    return Html.page(
        (out, tags) ->
            JtecertificateGenerated.render(
                out, tags, Visit.of(request).shell("Certificate", ""), found, papers.keys()));
  }
}
