package channelcert.journey.pages;

import channelcert.contract.portal.api.CallApi;
import channelcert.contract.portal.api.CasesApi;
import channelcert.http.page.Form;
import channelcert.http.page.Html;
import channelcert.journey.call.Call;
import channelcert.journey.call.CallDesk;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.StepInput;
import channelcert.journey.cases.StepRefused;
import channelcert.journey.pages.template.JtecallGenerated;
import channelcert.journey.pages.view.CallPageView;
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
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The call of a case: times are offered and booked, the running call is led. */
@Path("/portal/cases/{id:[A-Za-z0-9-]{1,64}}/call")
public final class CallPageResource {
  private static final int LONGEST_PROTOCOL = 10_000;
  private static final int SHORTEST_EXTENSION = 5;
  private static final int LONGEST_EXTENSION = 240;

  private final PageParts parts;
  private final CallDesk calls;

  CallPageResource(PageParts parts) {
    this.parts = parts;
    this.calls = parts.papers().calls();
  }

  /** The page. */
  @GET
  public Response page(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visit visit = Visit.of(request);
    Person viewer = visit.allowed(CallApi.class, "readCall");
    return page(200, visit, parts.caseOf(viewer, id), Form.parse(""));
  }

  /** Offers a time. */
  @POST
  @Path("slots")
  public Response offer(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visit visit = Visit.of(request);
    return taken(
        visit,
        id,
        CallApi.class,
        "offerSlot",
        "offered",
        (found, by) -> calls.offer(by, moment(visit.form())));
  }

  /** Withdraws an offered time. */
  @POST
  @Path("slots/{slot:[A-Za-z0-9-]{1,64}}/withdrawal")
  public Response withdraw(
      @Context ContainerRequestContext request,
      @PathParam("id") String id,
      @PathParam("slot") String slot) {
    return taken(
        Visit.of(request),
        id,
        CallApi.class,
        "withdrawSlot",
        "withdrawn",
        (found, by) -> calls.withdraw(slot));
  }

  /** Books a time, or moves the booked call to it. */
  @POST
  @Path("booking")
  public Response book(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visit visit = Visit.of(request);
    return taken(
        visit,
        id,
        CasesApi.class,
        "takeStep",
        "booked",
        (found, by) -> {
          CaseResource.unchanged(found, visit.form());
          String slot = visit.form().text("slot");
          StepInput input = new StepInput(null, slot, List.of(), List.of(), null, null);
          parts.desk().take(found, booking(found), input, by);
        });
  }

  /** Lets the running call go on for longer. */
  @POST
  @Path("extension")
  public Response extend(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visit visit = Visit.of(request);
    return taken(
        visit,
        id,
        CallApi.class,
        "extendCall",
        "extended",
        (found, by) -> {
          CaseResource.unchanged(found, visit.form());
          int minutes =
              visit.form().number("minutes", "The time", SHORTEST_EXTENSION, LONGEST_EXTENSION);
          if (visit.form().isValid()) {
            calls.extend(parts.desk(), found, by, minutes);
          }
        });
  }

  /** Writes the protocol of the running call. */
  @POST
  @Path("protocol")
  public Response note(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visit visit = Visit.of(request);
    return taken(
        visit,
        id,
        CallApi.class,
        "writeProtocol",
        "noted",
        (found, by) -> {
          CaseResource.unchanged(found, visit.form());
          String text = visit.form().required("protocol", "The protocol", LONGEST_PROTOCOL);
          if (visit.form().isValid()) {
            calls.note(parts.desk(), found, by, text);
          }
        });
  }

  private Response taken(
      Visit visit,
      String id,
      Class<?> api,
      String operation,
      String done,
      BiConsumer<CertificationCase, Person> work) {
    CertificationCase found = parts.caseOf(visit.person(), id);
    Person by = visit.allowed(api, operation);
    try {
      work.accept(found, by);
      if (!visit.form().isValid()) {
        return page(422, visit, found, visit.form());
      }
      return Html.see("/portal/cases/" + id + "/call?done=" + done);
    } catch (StepRefused refused) {
      Form form = visit.form();
      return page(CaseResource.note(refused, form), visit, parts.caseOf(by, id), form);
    }
  }

  private static Transition booking(CertificationCase found) {
    return found.state() == CaseState.CALL_SCHEDULED ? Transition.T13 : Transition.T12;
  }

  /** As browsers send it, {@code 2027-01-02T10:30}; in UTC, as the page says. */
  private static Instant moment(Form form) {
    try {
      return LocalDateTime.parse(form.text("startsAt")).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException none) {
      throw StepRefused.invalid(
          "startsAt", "The time has to be a day and a time such as 2027-01-02T10:30.");
    }
  }

  private Response page(int status, Visit visit, CertificationCase found, Form form) {
    Person viewer = visit.person();
    Optional<Call> call = calls.call(found);
    boolean running = call.filter(each -> each.state() == Call.State.RUNNING).isPresent();
    Transition booking = booking(found);
    boolean books =
        booking.from().contains(found.state()) && booking.roles().contains(viewer.role());
    CallPageView view =
        new CallPageView(
            found,
            call.orElse(null),
            call.filter(each -> each.isOvertime(parts.clock().instant())).isPresent(),
            calls.slots(viewer),
            books ? booking.label() : "",
            Visit.may(viewer, CallApi.class, "offerSlot"),
            running && Visit.may(viewer, CallApi.class, "extendCall"),
            form);
    return Html.page(
        status,
        (out, tags) ->
            JtecallGenerated.render(out, tags, visit.shell("Certification call", "home"), view));
  }
}
