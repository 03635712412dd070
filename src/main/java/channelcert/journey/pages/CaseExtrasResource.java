package channelcert.journey.pages;

import channelcert.contract.portal.api.CasesApi;
import channelcert.contract.portal.api.ReviewApi;
import channelcert.contract.portal.api.SharingApi;
import channelcert.http.page.Form;
import channelcert.journey.cases.Environment;
import channelcert.journey.cases.ShownSecret;
import channelcert.journey.cases.StepRefused;
import channelcert.journey.people.Person;
import channelcert.journey.share.ShareDesk;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;

/** Client tokens shown once, rows set aside, and share links of a case. */
@Path("/portal/cases/{id:[A-Za-z0-9-]{1,64}}")
public final class CaseExtrasResource {
  private final PageParts parts;
  private final CaseResource cases;

  CaseExtrasResource(PageParts parts, CaseViews views) {
    this.parts = parts;
    this.cases = new CaseResource(parts, views);
  }

  /** Shows the partner the client token of an environment, once. */
  @POST
  @Path("secrets/{environment:test|production}")
  public Response secrets(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("environment") String environment) {
    Visit visit = Visit.of(request);
    return cases.taken(
        visit,
        id,
        "secrets",
        found -> {
          Person by = visit.allowed(CasesApi.class, "showSecrets");
          Environment where = Environment.valueOf(environment.toUpperCase(Locale.ROOT));
          return cases.shown(visit, id, parts.secrets().show(found, where, by));
        });
  }

  /** Sets a row aside. */
  @POST
  @Path("overrides")
  public Response override(@Context ContainerRequestContext request, @PathParam("id") String id) {
    return cases.taken(
        request,
        id,
        "override",
        new CaseResource.Who(ReviewApi.class, "overrideRow"),
        "overridden",
        (found, by, form) -> {
          CaseResource.unchanged(found, form);
          parts.overrides().override(found, by, form.text("row"), form.text("reason"));
        });
  }

  /** Makes a link. */
  @POST
  @Path("share-links")
  public Response share(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visit visit = Visit.of(request);
    return cases.taken(
        visit,
        id,
        "share",
        found -> {
          Person by = visit.allowed(SharingApi.class, "createShareLink");
          Form form = visit.form();
          int days = form.number("days", "The number of days", 1, 90);
          if (!form.isValid()) {
            throw StepRefused.invalid("days", String.valueOf(form.errorOf("days")));
          }
          ShareDesk.Made made = parts.shares().make(found, by, days, form.has("withComments"));
          return cases.shown(visit, id, List.of(new ShownSecret("share link", made.address())));
        });
  }

  /** Revokes a link. */
  @POST
  @Path("share-links/{number:\\d{1,6}}/revocation")
  public Response revoke(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("number") int number) {
    return cases.taken(
        request,
        id,
        "revoke",
        new CaseResource.Who(SharingApi.class, "revokeShareLink"),
        "revoked#share",
        (found, by, form) -> parts.shares().revoke(found, by, number));
  }
}
