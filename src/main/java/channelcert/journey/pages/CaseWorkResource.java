package channelcert.journey.pages;

import channelcert.contract.portal.api.EndpointsApi;
import channelcert.contract.portal.api.MappingApi;
import channelcert.contract.portal.api.ReviewApi;
import channelcert.http.page.Form;
import channelcert.http.page.Html;
import channelcert.journey.cases.Endpoints;
import channelcert.journey.cases.Environment;
import channelcert.journey.cases.StepInput;
import channelcert.journey.cases.StepRefused;
import channelcert.journey.people.Person;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What is done on the page of a case beside its steps: addresses, mapping, comments, issues. */
@Path("/portal/cases/{id:[A-Za-z0-9-]{1,64}}")
public final class CaseWorkResource {
  private static final int LONGEST = 10_000;

  private final PageParts parts;
  private final CaseResource cases;

  CaseWorkResource(PageParts parts, CaseViews views) {
    this.parts = parts;
    this.cases = new CaseResource(parts, views);
  }

  /** Registers the addresses that were typed. */
  @POST
  @Path("endpoints/{environment:test|production}")
  public Response register(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("environment") String environment) {
    Visit visit = Visit.of(request);
    return cases.taken(
        visit,
        id,
        "endpoints-" + environment,
        found -> {
          Person by = visit.allowed(EndpointsApi.class, "registerEndpoints");
          parts
              .endpoints()
              .register(
                  found,
                  where(environment),
                  addresses(visit.form()),
                  visit.form().text("clientToken"),
                  by);
          return Html.see("/portal/cases/" + id + "?done=registered#endpoints-" + environment);
        });
  }

  private static Map<String, String> addresses(Form form) {
    Map<String, String> addresses = new LinkedHashMap<>();
    for (String operation : Endpoints.operations()) {
      if (!form.text(operation).isEmpty()) {
        addresses.put(operation, form.text(operation));
      }
    }
    return addresses;
  }

  /** Calls every registered address once. */
  @POST
  @Path("endpoints/{environment:test|production}/probe")
  public Response probe(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("environment") String environment) {
    Visit visit = Visit.of(request);
    return cases.taken(
        visit,
        id,
        "probe-" + environment,
        found -> {
          Person by = visit.allowed(EndpointsApi.class, "probeEndpoints");
          parts.endpoints().probe(found, where(environment), by);
          return Html.see("/portal/cases/" + id + "?done=probed#endpoints-" + environment);
        });
  }

  /** Declares what of a connection is mapped. */
  @POST
  @Path("mapping/{number:\\d{1,6}}")
  public Response map(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("number") int number) {
    Visit visit = Visit.of(request);
    return cases.taken(
        visit,
        id,
        "mapping-" + number,
        found -> {
          Person by = visit.allowed(MappingApi.class, "declareMapping");
          CaseResource.unchanged(found, visit.form());
          parts.mappings().declare(found, number, visit.form().all("pair"), by);
          return Html.see("/portal/cases/" + id + "?done=mapped#mapping");
        });
  }

  /** Writes a comment. */
  @POST
  @Path("comments")
  public Response comment(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visit visit = Visit.of(request);
    return cases.taken(
        visit,
        id,
        "comment",
        found -> {
          Person by = visit.allowed(ReviewApi.class, "comment");
          String row = visit.form().text("row").toUpperCase(Locale.ROOT);
          if (row.length() > 16) {
            throw StepRefused.invalid("row", "The code of a row is short, such as INV-1.");
          }
          String content = content(visit.form(), "The comment");
          parts.remarkDesk().comment(found, by, row.isEmpty() ? null : row, content);
          return Html.see("/portal/cases/" + id + "?done=commented#comments");
        });
  }

  /** Opens an issue. */
  @POST
  @Path("issues")
  public Response open(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visit visit = Visit.of(request);
    return cases.taken(
        visit,
        id,
        "issue",
        found -> {
          Person by = visit.allowed(ReviewApi.class, "openIssue");
          String content = content(visit.form(), "The issue");
          parts
              .remarkDesk()
              .openIssue(found, by, new StepInput.NewIssue(visit.form().has("critical"), content));
          return Html.see("/portal/cases/" + id + "?done=opened#issues");
        });
  }

  /** Marks an issue resolved. */
  @POST
  @Path("issues/{number:\\d{1,6}}/resolution")
  public Response resolve(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("number") int number) {
    Visit visit = Visit.of(request);
    return cases.taken(
        visit,
        id,
        "resolve",
        found -> {
          Person by = visit.allowed(ReviewApi.class, "resolveIssue");
          parts.remarkDesk().resolve(found, by, number);
          return Html.see("/portal/cases/" + id + "?done=resolved#issues");
        });
  }

  private static String content(Form form, String label) {
    String content = form.text("content");
    if (content.isEmpty()) {
      throw StepRefused.invalid("content", label + " is missing.");
    }
    if (content.length() > LONGEST) {
      throw StepRefused.invalid(
          "content", label + " is longer than " + LONGEST + " characters; shorten it.");
    }
    return content;
  }

  private static Environment where(String name) {
    return Environment.valueOf(name.toUpperCase(Locale.ROOT));
  }
}
