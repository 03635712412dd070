package channelcert.journey.pages;

import channelcert.certification.attend.Attachment;
import channelcert.certification.attend.Reply;
import channelcert.certification.report.ReportFolder;
import channelcert.contract.portal.api.RunsApi;
import channelcert.http.page.Form;
import channelcert.http.page.Html;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.StepRefused;
import channelcert.journey.live.RunComparison;
import channelcert.journey.live.RunDesk;
import channelcert.journey.live.SeenRun;
import channelcert.journey.pages.template.JtecomparisonGenerated;
import channelcert.journey.pages.template.JteexchangesGenerated;
import channelcert.journey.pages.template.JterunGenerated;
import channelcert.journey.pages.view.ComparisonView;
import channelcert.journey.pages.view.RunView;
import channelcert.journey.people.Person;
import channelcert.journey.run.RunStore;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run of a case: watched while it goes on, paused, answered, read afterwards. */
@Path("/portal/cases/{id:[A-Za-z0-9-]{1,64}}")
public final class RunPageResource {
  private static final Form EMPTY = Form.parse("");

  /** What somebody handed in is never shown as a page, whatever it is called. */
  private static final Map<String, String> TYPES =
      Map.of(
          "report.html", "text/html;charset=UTF-8",
          "junit.xml", "application/xml",
          "json", "application/json",
          "png", "image/png",
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "webp", "image/webp");

  private final PageParts parts;

  RunPageResource(PageParts parts) {
    this.parts = parts;
  }

  /** A run. */
  @GET
  @Path("runs/{number:\\d{1,6}}")
  public Response run(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("number") int number) {
    Visit visit = Visit.of(request);
    return page(200, visit, parts.caseOf(visit.person(), id), number, 0, EMPTY);
  }

  private Response page(
      int status, Visit visit, CertificationCase found, int number, int replied, Form form) {
    SeenRun seen = seen(found, number);
    RunView view =
        new RunView(
            found, seen, Visit.may(visit.person(), RunsApi.class, "steerRun"), replied, form);
    String title = "Run " + number + " of " + found.application();
    return Html.page(
        status, (out, tags) -> JterunGenerated.render(out, tags, visit.shell(title, "home"), view));
  }

  private SeenRun seen(CertificationCase found, int number) {
    return SeenRun.of(parts.runs(), parts.runStore(), found.id(), number)
        .orElseThrow(() -> Refusal.of(404, "The case has no run " + number + "."));
  }

  /** Pauses, continues or stops a run. */
  @POST
  @Path("runs/{number:\\d{1,6}}/order")
  public Response steer(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("number") int number) {
    Visit visit = Visit.of(request);
    CertificationCase found = parts.caseOf(visit.person(), id);
    Person by = visit.allowed(RunsApi.class, "steerRun");
    Form form = visit.form();
    try {
      RunDesk.Order order = order(form.text("what"));
      parts.runs().steer(found.id(), number, order, by);
      return Html.see(
          "/portal/cases/%s/runs/%d?done=%s".formatted(found.id(), number, order.name()));
    } catch (StepRefused refused) {
      form.error("form", String.valueOf(refused.getMessage()));
      return page(409, visit, found, number, 0, form);
    }
  }

  private static RunDesk.Order order(String name) {
    return Arrays.stream(RunDesk.Order.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> StepRefused.invalid("what", "Pause, continue or stop."));
  }

  /** Takes the reply to an instruction. */
  @POST
  @Path("runs/{number:\\d{1,6}}/instructions/{instruction:\\d{1,6}}")
  public Response reply(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("number") int number,
      @PathParam("instruction") int instruction) {
    Visit visit = Visit.of(request);
    CertificationCase found = parts.caseOf(visit.person(), id);
    Person by = visit.allowed(RunsApi.class, "replyToInstruction");
    Form form = visit.form();
    try {
      parts.runs().reply(found.id(), number, instruction, reply(form), by);
      return Html.see("/portal/cases/" + found.id() + "/runs/" + number + "?done=replied#asks");
    } catch (StepRefused refused) {
      boolean invalid = refused.reason() == StepRefused.Reason.INVALID;
      form.error(invalid ? "reply" : "form", String.valueOf(refused.getMessage()));
      return page(invalid ? 422 : 409, visit, found, number, instruction, form);
    }
  }

  private static Reply reply(Form form) {
    return switch (form.text("kind")) {
      case "cannot" -> new Reply.Cannot(form.text("reason"));
      case "values" -> new Reply.Typed(form.all("value").stream().map(String::strip).toList());
      case "export" -> new Reply.Handed(file(form, "export", "Choose the export."));
      case "statement" ->
          new Reply.Stated(
              form.text("holds").equals("yes"),
              form.text("name"),
              form.text("role"),
              file(form, "screenshot", "Choose a screenshot."));
      default -> new Reply.Done();
    };
  }

  private static Attachment file(Form form, String field, String missing) {
    return form.file(field)
        .map(each -> new Attachment(each.name(), each.bytes()))
        .orElseThrow(() -> StepRefused.invalid(field, missing));
  }

  /** What happens in a run, as server-sent events. */
  @GET
  @Path("runs/{number:\\d{1,6}}/events")
  public Response events(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("number") int number,
      @HeaderParam("Last-Event-ID") @Nullable String last) {
    Visit visit = Visit.of(request);
    CertificationCase found = parts.caseOf(visit.person(), id);
    long after = last != null && last.matches("\\d{1,12}") ? Long.parseLong(last) : 0;
    String session = PageGate.cookie(request).orElse("");
    Object events =
        parts
            .runs()
            .live(found.id(), number)
            .<Object>map(
                run ->
                    new LiveEvents(run, after, () -> parts.accounts().session(session).isPresent()))
            .orElse("event: over\ndata: over\n\n");
    return Response.ok(events).type("text/event-stream;charset=UTF-8").build();
  }

  /** A run beside the last certified one, or the one before. */
  @GET
  @Path("runs/{number:\\d{1,6}}/comparison")
  public Response comparison(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("number") int number) {
    Visit visit = Visit.of(request);
    RunView view = read(visit, id, number);
    String with = visit.query().text("with");
    RunComparison compared =
        RunComparison.of(
                parts.runStore(),
                parts.cases(),
                parts.folders(),
                view.found(),
                number,
                with.matches("\\d{1,6}") ? Integer.valueOf(with) : null)
            .orElse(null);
    ComparisonView comparison =
        new ComparisonView(
            view, compared, RunComparison.earlier(parts.runStore(), view.found(), number));
    String title = "Run " + number + " compared";
    return Html.page(
        (out, tags) ->
            JtecomparisonGenerated.render(out, tags, visit.shell(title, "home"), comparison));
  }

  /** A run for those who may read what was exchanged. */
  private RunView read(Visit visit, String id, int number) {
    CertificationCase found = parts.caseOf(visit.person(), id);
    visit.allowed(RunsApi.class, "listExchanges");
    return new RunView(found, seen(found, number), false, 0, EMPTY);
  }

  /** The exchanges of a finished run, fifty at a time. */
  @GET
  @Path("runs/{number:\\d{1,6}}/exchanges")
  public Response exchanges(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("number") int number) {
    Visit visit = Visit.of(request);
    RunView view = read(visit, id, number);
    String after = visit.query().text("after");
    int from = after.matches("\\d{1,9}") ? Integer.parseInt(after) : 0;
    var lines = parts.runStore().exchangesAfter(view.found().id(), number, from);
    int next = lines.size() < RunStore.PAGE ? 0 : lines.getLast().number();
    String title = "Exchanges of run " + number;
    return Html.page(
        (out, tags) ->
            JteexchangesGenerated.render(
                out, tags, visit.shell(title, "home"), view, lines, from, next));
  }

  /** The report of a finished run, and what it leads to. */
  @GET
  @Path("runs/{number:\\d{1,6}}/files/{name:.{1,120}}")
  public Response file(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("number") int number,
      @PathParam("name") String name)
      throws IOException {
    Visit visit = Visit.of(request);
    CertificationCase found = parts.caseOf(visit.person(), id);
    visit.allowed(RunsApi.class, "listExchanges");
    byte[] content =
        parts
            .folders()
            .file(found.id(), number, name)
            .orElseThrow(
                () ->
                    Refusal.of(
                        410,
                        "This is not kept here: the run is not finished, was interrupted, or ran in"
                            + " another process."));
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return Response.ok(content)
        .type(TYPES.getOrDefault(name, TYPES.getOrDefault(ending, "application/octet-stream")))
        .header("Content-Security-Policy", ReportFolder.policy())
        .build();
  }
}
