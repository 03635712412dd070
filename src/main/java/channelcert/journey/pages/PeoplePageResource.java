package channelcert.journey.pages;

import channelcert.contract.portal.api.PeopleApi;
import channelcert.http.page.Form;
import channelcert.http.page.Html;
import channelcert.journey.pages.template.JtepeopleGenerated;
import channelcert.journey.people.Organisation;
import channelcert.journey.people.Person;
import channelcert.journey.workflow.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;

/** People, partners and invitations. */
@Path("/portal/people")
public final class PeoplePageResource {
  private final PageParts parts;

  PeoplePageResource(PageParts parts) {
    this.parts = parts;
  }

  /** The page. */
  @GET
  public Response people(@Context ContainerRequestContext request) {
    return page(200, Visit.of(request), "", Form.parse(""), "");
  }

  /** Invites somebody. */
  @POST
  public Response invite(@Context ContainerRequestContext request) {
    Visit visit = Visit.of(request);
    Person by = visit.allowed(PeopleApi.class, "invite");
    Form form = visit.form();
    String organisation = by.role().isMews() ? form.text("organisationId") : by.organisationId();
    Optional<Role> role =
        Arrays.stream(Role.values())
            .filter(each -> each.name().equals(form.text("role")))
            .findFirst();
    String email = form.required("email", "The e-mail address", 254);
    if (role.isEmpty()) {
      form.error("role", "Choose a role.");
    }
    if (!form.isValid()) {
      return page(422, visit, "invite", form, "");
    }
    return switch (parts.invites().invite(by, organisation, email, role.orElseThrow())) {
      case Invites.Sent sent when sent.link() == null -> Html.see("/portal/people?done=invited");
      case Invites.Sent sent -> page(200, visit, "", Form.parse(""), String.valueOf(sent.link()));
      case Invites.Refused refused -> {
        form.error(refused.field() == null ? "form" : refused.field(), refused.message());
        yield page(422, visit, "invite", form, "");
      }
    };
  }

  /** Registers a partner. */
  @POST
  @Path("organisations")
  public Response register(@Context ContainerRequestContext request) {
    Visit visit = Visit.of(request);
    visit.allowed(PeopleApi.class, "createOrganisation");
    Form form = visit.form();
    String id = form.text("id");
    String name = form.required("name", "The name", 200);
    if (!id.matches("[A-Z0-9]{3,32}")) {
      form.error("id", "A Partner ID has 3 to 32 capital letters and digits, such as INT123456.");
    }
    if (form.isValid() && !parts.people().add(new Organisation(id, name))) {
      form.error("id", "The Partner ID " + id + " is registered.");
    }
    return form.isValid()
        ? Html.see("/portal/people?done=organisation")
        : page(422, visit, "organisation", form, "");
  }

  private Response page(int status, Visit visit, String posted, Form form, String link) {
    Person viewer = visit.person();
    return Html.page(
        status,
        (out, tags) ->
            JtepeopleGenerated.render(
                out,
                tags,
                visit.shell("People", "people"),
                parts.people().visibleTo(viewer),
                parts.people().organisationsVisibleTo(viewer),
                Visit.may(viewer, PeopleApi.class, "invite"),
                Visit.may(viewer, PeopleApi.class, "createOrganisation"),
                posted.equals("invite") ? form : Form.parse(""),
                posted.equals("organisation") ? form : Form.parse(""),
                link));
  }
}
