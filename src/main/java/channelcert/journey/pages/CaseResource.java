package channelcert.journey.pages;

import channelcert.contract.portal.api.CasesApi;
import channelcert.http.page.Form;
import channelcert.http.page.Html;
import channelcert.journey.audit.AuditEntry;
import channelcert.journey.audit.HashChain;
import channelcert.journey.cases.CaseChange;
import channelcert.journey.cases.CaseDesk;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.ShownSecret;
import channelcert.journey.cases.StepInput;
import channelcert.journey.cases.StepRefused;
import channelcert.journey.pages.template.JtecasepageGenerated;
import channelcert.journey.pages.template.JtehistoryGenerated;
import channelcert.journey.people.Person;
import channelcert.journey.workflow.CaseState;
import channelcert.journey.workflow.Transition;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The page of a case, its steps and its history. */
@Path("/portal/cases/{id:[A-Za-z0-9-]{1,64}}")
public final class CaseResource {
  private final PageParts parts;
  private final CaseViews views;

  CaseResource(PageParts parts, CaseViews views) {
    this.parts = parts;
    this.views = views;
  }

  /** The page. */
  @GET
  public Response page(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visit visit = Visit.of(request);
    return page(200, visit, parts.caseOf(visit.person(), id), List.of(), "", Form.parse(""));
  }

  /** Takes a step. */
  @POST
  @Path("steps/{step:T\\d{1,2}}")
  public Response step(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("step") String step) {
    Visit visit = Visit.of(request);
    Transition chosen = transition(step);
    return taken(
        visit,
        id,
        step,
        found -> {
          Person by = visit.allowed(CasesApi.class, "takeStep");
          unchanged(found, visit.form());
          CaseDesk.Stepped stepped = parts.desk().take(found, chosen, input(visit.form()), by);
          return stepped.secrets().isEmpty()
              ? Html.see("/portal/cases/" + id + "?done=" + chosen.name())
              : page(
                  200,
                  visit,
                  parts.desk().observe(stepped.found()),
                  stepped.secrets(),
                  "",
                  Form.parse(""));
        });
  }

  /** Recommends the certification. */
  @POST
  @Path("recommendation")
  public Response recommend(@Context ContainerRequestContext request, @PathParam("id") String id) {
    return taken(
        request,
        id,
        "recommend",
        new Who(CasesApi.class, "recommend"),
        "recommended",
        (found, by, form) -> {
          unchanged(found, form);
          parts.desk().recommend(found, by);
        });
  }

  /** States that the pilot property agreed. */
  @POST
  @Path("pilot-agreement")
  public Response pilot(@Context ContainerRequestContext request, @PathParam("id") String id) {
    return stated(
        Visit.of(request),
        id,
        CaseState.PRODUCTION_SETUP,
        "agreeToPilot",
        new CaseChange.PilotAgreed());
  }

  /** States that the monitored connection is healthy. */
  @POST
  @Path("health")
  public Response health(@Context ContainerRequestContext request, @PathParam("id") String id) {
    return stated(
        Visit.of(request),
        id,
        CaseState.MONITORING,
        "attestHealth",
        new CaseChange.HealthAttested());
  }

  private Response stated(
      Visit visit, String id, CaseState when, String operation, CaseChange change) {
    return taken(
        visit,
        id,
        operation,
        found -> {
          Person by = visit.allowed(CasesApi.class, operation);
          unchanged(found, visit.form());
          if (found.state() != when) {
            throw StepRefused.conflict(
                "This is stated in the state " + when + "; the case is in " + found.state() + ".");
          }
          parts.desk().change(found, by, operation, Map.of(), List.of(change));
          return Html.see("/portal/cases/" + id + "?done=stated");
        });
  }

  /** What was done, with the chain of hashes. */
  @GET
  @Path("history")
  public Response history(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visit visit = Visit.of(request);
    CertificationCase found = parts.caseOf(visit.person(), id);
    List<AuditEntry> entries = parts.audit().entries(found.id());
    Map<String, String> names = new HashMap<>();
    entries.stream()
        .map(AuditEntry::personId)
        .filter(each -> each != null)
        .distinct()
        .forEach(each -> names.put(each, parts.people().find(each).map(Person::name).orElse(each)));
    return Html.page(
        (out, tags) ->
            JtehistoryGenerated.render(
                out,
                tags,
                visit.shell("History of " + found.application(), "home"),
                found,
                entries.stream().map(each -> HistoryWords.line(each, by(each, names))).toList(),
                HashChain.holds(entries)));
  }

  private static String by(AuditEntry entry, Map<String, String> names) {
    return entry.personId() == null ? "the system" : names.getOrDefault(entry.personId(), "");
  }

  /** Something that a form asks for; refusals come back to the page with what was typed. */
  interface Work {
    Response on(CertificationCase found);
  }

  /** What a form does, in the name of who posted it. */
  interface Deed {
    void on(CertificationCase found, Person by, Form form);
  }

  /** Those whom the spec lets call an operation. */
  record Who(Class<?> api, String operation) {}

  /**
   * Takes a form that leads back to the page.
   *
   * @param posted name of the form, beside which a refusal stands
   * @param then what is said afterwards, and where on the page
   */
  Response taken(
      ContainerRequestContext request, String id, String posted, Who who, String then, Deed deed) {
    Visit visit = Visit.of(request);
    return taken(
        visit,
        id,
        posted,
        found -> {
          deed.on(found, visit.allowed(who.api(), who.operation()), visit.form());
          return Html.see("/portal/cases/" + id + "?done=" + then);
        });
  }

  Response taken(Visit visit, String id, String posted, Work work) {
    CertificationCase found = parts.caseOf(visit.person(), id);
    try {
      return work.on(found);
    } catch (StepRefused refused) {
      Form form = visit.form();
      int status = note(refused, form);
      return page(status, visit, parts.caseOf(visit.person(), id), List.of(), posted, form);
    }
  }

  /** The page as it stands now, with what is shown this once. */
  Response shown(Visit visit, String id, List<ShownSecret> secrets) {
    CertificationCase found = parts.caseOf(visit.person(), id);
    return page(200, visit, found, secrets, "", Form.parse(""));
  }

  /** Notes a refusal beside its field; answers the status of the page. */
  static int note(StepRefused refused, Form form) {
    form.error(
        refused.field() == null ? "form" : refused.field(), String.valueOf(refused.getMessage()));
    return switch (refused.reason()) {
      case INVALID -> 422;
      case FORBIDDEN -> 403;
      case CONFLICT -> 409;
    };
  }

  private Response page(
      int status,
      Visit visit,
      CertificationCase found,
      List<ShownSecret> secrets,
      String posted,
      Form form) {
    var view = views.view(found, visit.person(), secrets, posted, form);
    return Html.page(
        status,
        (out, tags) ->
            JtecasepageGenerated.render(out, tags, visit.shell(found.application(), "home"), view));
  }

  /** The case is still as it stood on the page. */
  static void unchanged(CertificationCase found, Form form) {
    if (!form.text("revision").equals(Long.toString(found.revision()))) {
      throw StepRefused.conflict(
          "Somebody else changed the case meanwhile; what stands here now is new. Look at it, then"
              + " decide again.");
    }
  }

  private static Transition transition(String name) {
    try {
      return Transition.valueOf(name);
    } catch (IllegalArgumentException unknown) {
      throw Refusal.of(404, "There is no step " + name + "; T1 to T30 are.");
    }
  }

  private static StepInput input(Form form) {
    List<StepInput.NewIssue> issues = new ArrayList<>();
    lines(form, "issues")
        .forEach(each -> issues.add(new StepInput.NewIssue(form.has("critical"), each)));
    return new StepInput(
        form.text("comment"),
        form.text("slot"),
        lines(form, "attendees"),
        issues,
        form.text("pilotProperty"),
        form.text("change"));
  }

  private static List<String> lines(Form form, String field) {
    return form.text(field).lines().map(String::strip).filter(each -> !each.isEmpty()).toList();
  }
}
