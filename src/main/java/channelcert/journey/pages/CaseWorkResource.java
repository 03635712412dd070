package channelcert.journey.pages;

import channelcert.contract.portal.api.EndpointsApi;
import channelcert.contract.portal.api.MappingApi;
import channelcert.contract.portal.api.ReviewApi;
import channelcert.http.page.Form;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.Endpoints;
import channelcert.journey.cases.Environment;
import channelcert.journey.cases.StepInput;
import channelcert.journey.cases.StepRefused;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
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
    return cases.taken(
        request,
        id,
        "endpoints-" + environment,
        new CaseResource.Who(EndpointsApi.class, "registerEndpoints"),
        "registered#endpoints-" + environment,
        (found, by, form) ->
            parts
                .endpoints()
                .register(
                    found, where(environment), addresses(form), form.text("clientToken"), by));
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
    return cases.taken(
        request,
        id,
        "probe-" + environment,
        new CaseResource.Who(EndpointsApi.class, "probeEndpoints"),
        "probed#endpoints-" + environment,
        (found, by, form) -> parts.endpoints().probe(found, where(environment), by));
  }

  /** Declares what of a connection is mapped. */
  @POST
  @Path("mapping/{number:\\d{1,6}}")
  public Response map(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("number") int number) {
    return cases.taken(
        request,
        id,
        "mapping-" + number,
        new CaseResource.Who(MappingApi.class, "declareMapping"),
        "mapped#mapping",
        (found, by, form) -> {
          CaseResource.unchanged(found, form);
          List<String> pairs = form.has("all") ? sold(found, number) : form.all("pair");
          parts.mappings().declare(found, number, pairs, by);
        });
  }

  private List<String> sold(CertificationCase found, int number) {
    return parts.mappings().of(found).stream()
        .filter(each -> each.number() == number)
        .flatMap(each -> each.sold().stream())
        .toList();
  }

  /** Writes a comment. */
  @POST
  @Path("comments")
  public Response comment(@Context ContainerRequestContext request, @PathParam("id") String id) {
    return cases.taken(
        request,
        id,
        "comment",
        new CaseResource.Who(ReviewApi.class, "comment"),
        "commented#comments",
        (found, by, form) -> {
          String row = form.text("row").toUpperCase(Locale.ROOT);
          if (row.length() > 16) {
            throw StepRefused.invalid("row", "The code of a row is short, such as INV-1.");
          }
          String content = content(form, "The comment");
          parts.remarkDesk().comment(found, by, row.isEmpty() ? null : row, content);
        });
  }

  /** Opens an issue. */
  @POST
  @Path("issues")
  public Response open(@Context ContainerRequestContext request, @PathParam("id") String id) {
    return cases.taken(
        request,
        id,
        "issue",
        new CaseResource.Who(ReviewApi.class, "openIssue"),
        "opened#issues",
        (found, by, form) -> {
          String content = content(form, "The issue");
          parts
              .remarkDesk()
              .openIssue(found, by, new StepInput.NewIssue(form.has("critical"), content));
        });
  }

  /** Marks an issue resolved. */
  @POST
  @Path("issues/{number:\\d{1,6}}/resolution")
  public Response resolve(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("number") int number) {
    return cases.taken(
        request,
        id,
        "resolve",
        new CaseResource.Who(ReviewApi.class, "resolveIssue"),
        "resolved#issues",
        (found, by, form) -> parts.remarkDesk().resolve(found, by, number));
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
