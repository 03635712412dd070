package channelcert.journey.pages;

import channelcert.certification.candidate.ReadBack;
import channelcert.certification.catalogue.Catalogue;
import channelcert.contract.portal.api.RunsApi;
import channelcert.http.page.Form;
import channelcert.http.page.Html;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.StepRefused;
import channelcert.journey.live.LiveRun;
import channelcert.journey.live.RunDesk;
import channelcert.journey.live.RunWish;
import channelcert.journey.pages.template.JterunsGenerated;
import channelcert.journey.pages.view.RunsView;
import channelcert.journey.people.Person;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The runs of a case, and the form that starts one. */
@Path("/portal/cases/{id:[A-Za-z0-9-]{1,64}}")
public final class RunsPageResource {
  private static final Form EMPTY = Form.parse("");

  private final PageParts parts;

  RunsPageResource(PageParts parts) {
    this.parts = parts;
  }

  /** The runs, and the form that starts one. */
  @GET
  @Path("runs")
  public Response runs(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visit visit = Visit.of(request);
    return list(200, visit, parts.caseOf(visit.person(), id), EMPTY);
  }

  private Response list(int status, Visit visit, CertificationCase found, Form form) {
    Map<String, String> latest = new LinkedHashMap<>();
    Map<String, String> verdicts = parts.runStore().latest(found);
    Catalogue.rows().forEach(row -> latest.put(row.code(), verdicts.getOrDefault(row.code(), "")));
    RunsView view =
        new RunsView(
            found,
            parts.runStore().runs(found.id()),
            Visit.may(visit.person(), RunsApi.class, "startRun"),
            RunDesk.isTime(found),
            latest,
            form);
    return Html.page(
        status,
        (out, tags) ->
            JterunsGenerated.render(
                out, tags, visit.shell("Tests of " + found.application(), "home"), view));
  }

  /** Starts a run. */
  @POST
  @Path("runs")
  public Response start(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visit visit = Visit.of(request);
    CertificationCase found = parts.caseOf(visit.person(), id);
    Person by = visit.allowed(RunsApi.class, "startRun");
    Form form = visit.form();
    try {
      LiveRun run = parts.runs().start(found, wish(form), by);
      return Html.see("/portal/cases/" + found.id() + "/runs/" + run.number() + "?done=started");
    } catch (StepRefused refused) {
      form.error(
          refused.field() == null ? "form" : refused.field(), String.valueOf(refused.getMessage()));
      return list(
          refused.reason() == StepRefused.Reason.INVALID ? 422 : 409,
          visit,
          parts.caseOf(visit.person(), id),
          form);
    }
  }

  private static RunWish wish(Form form) {
    String seed = form.text("seed");
    if (!seed.matches("\\d{0,18}")) {
      throw StepRefused.invalid("seed", "The seed is a whole number, as a report shows it.");
    }
    String connection = form.text("connection");
    return new RunWish(
        Arrays.stream(form.text("codes").toUpperCase(Locale.ROOT).split("[\\s,;]+"))
            .filter(code -> !code.isEmpty())
            .toList(),
        form.has("supplementary"),
        form.text("driver"),
        readBack(form.text("readBack")),
        seed.isEmpty() ? null : Long.valueOf(seed),
        connection.matches("\\d{1,4}") ? Integer.parseInt(connection) : 1);
  }

  private static @Nullable ReadBack readBack(String name) {
    return Arrays.stream(ReadBack.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
