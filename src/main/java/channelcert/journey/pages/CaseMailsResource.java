package channelcert.journey.pages;

import channelcert.contract.portal.api.MailApi;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.people.Person;
import channelcert.journey.post.PostDesk;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** The mails about a case. */
@Path("/portal/cases/{id:[A-Za-z0-9-]{1,64}}/mails")
public final class CaseMailsResource {
  private final PageParts parts;

  CaseMailsResource(PageParts parts) {
    this.parts = parts;
  }

  /** The mails about a case, the newest first. */
  @GET
  public Response mails(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Visit visit = Visit.of(request);
    PostDesk post = parts.papers().post();
    Person viewer = visit.allowed(MailApi.class, "listMails");
    CertificationCase found = parts.caseOf(viewer, id);
    return MailPageResource.page(
        post,
        visit,
        "Mails about this case",
        id,
        found.application(),
        post.about(found).reversed());
  }
}
