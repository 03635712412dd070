package channelcert.journey.pages;

import channelcert.contract.portal.api.CasesApi;
import channelcert.http.page.Form;
import channelcert.http.page.Html;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.StepRefused;
import channelcert.journey.pages.template.JterequestGenerated;
import channelcert.journey.people.Person;
import channelcert.journey.workflow.CaseState;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** A new case, and the request of a case with its technical details. */
@Path("/portal")
public final class RequestResource {
  private final PageParts parts;

  RequestResource(PageParts parts) {
    this.parts = parts;
  }

  /** The form of a new case. */
  @GET
  @Path("new-case")
  public Response begin(@Context ContainerRequestContext request) {
    Visit visit = Visit.of(request);
    visit.allowed(CasesApi.class, "createCase");
    return page(200, visit, "", "", true, RequestForm.empty());
  }

  /** Begins a case with its request. */
  @POST
  @Path("new-case")
  public Response create(@Context ContainerRequestContext request) {
    Visit visit = Visit.of(request);
    Person by = visit.allowed(CasesApi.class, "createCase");
    Form form = visit.form();
    var asked = RequestForm.read(form);
    if (!form.isValid()) {
      return page(422, visit, "", "", true, form);
    }
    CertificationCase created =
        parts.desk().create(by, asked.application(), asked.forManyProperties());
    parts.desk().request(created, by, asked);
    return Html.see("/portal/cases/" + created.id() + "?done=begun");
  }

  /** The request of a case. */
  @GET
  @Path("requests/{id:[A-Za-z0-9-]{1,64}}")
  public Response show(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visit visit = Visit.of(request);
    CertificationCase found = parts.caseOf(visit.person(), id);
    return page(
        200, visit, id, revision(found), mayChange(visit, found), RequestForm.stored(found));
  }

  /** Changes the request of a draft. */
  @POST
  @Path("requests/{id:[A-Za-z0-9-]{1,64}}")
  public Response change(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visit visit = Visit.of(request);
    CertificationCase found = parts.caseOf(visit.person(), id);
    Person by = visit.allowed(CasesApi.class, "changeRequest");
    Form form = visit.form();
    var asked = RequestForm.read(form);
    if (!form.isValid()) {
      return page(422, visit, id, form.text("revision"), true, form);
    }
    try {
      CaseResource.unchanged(found, form);
      parts.desk().request(found, by, asked);
      return Html.see("/portal/cases/" + id + "?done=saved");
    } catch (StepRefused refused) {
      form.error("form", String.valueOf(refused.getMessage()));
      CertificationCase now = parts.caseOf(by, id);
      return page(409, visit, id, revision(now), mayChange(visit, now), form);
    }
  }

  private static boolean mayChange(Visit visit, CertificationCase found) {
    return found.state() == CaseState.DRAFT
        && Visit.may(visit.person(), CasesApi.class, "changeRequest");
  }

  private static String revision(CertificationCase found) {
    return Long.toString(found.revision());
  }

  private static Response page(
      int status, Visit visit, String id, String revision, boolean may, Form form) {
    String title = id.isEmpty() ? "New case" : "Request";
    return Html.page(
        status,
        (out, tags) ->
            JterequestGenerated.render(
                out,
                tags,
                visit.shell(title, id.isEmpty() ? "new-case" : "home"),
                id,
                revision,
                may,
                form));
  }
}
