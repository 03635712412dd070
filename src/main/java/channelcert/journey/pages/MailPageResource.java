package channelcert.journey.pages;

import channelcert.contract.portal.api.MailApi;
import channelcert.http.page.Html;
import channelcert.journey.pages.template.JtemailsGenerated;
import channelcert.journey.pages.view.MailLine;
import channelcert.journey.post.PostDesk;
import channelcert.journey.post.StoredMail;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;

/** The mails that were written, for certifiers. */
@Path("/portal/mails")
public final class MailPageResource {
  private final PostDesk post;

  MailPageResource(PageParts parts) {
    this.post = parts.papers().post();
  }

  /** The newest mails about anything. */
  @GET
  public Response outbox(@Context ContainerRequestContext request) {
    Visit visit = Visit.of(request);
    visit.allowed(MailApi.class, "listOutbox");
    return page(post, visit, "Mails", "", "", post.newest());
  }

  /** A page of mails; about one case unless its identifier is empty. */
  static Response page(
      PostDesk post,
      Visit visit,
      String title,
      String caseId,
      String application,
      List<StoredMail> mails) {
    List<MailLine> lines =
        mails.stream()
            .map(
                each ->
                    new MailLine(
                        each, post.fate(each), Objects.requireNonNullElse(post.problem(each), "")))
            .toList();
    return Html.page(
        (out, tags) ->
            JtemailsGenerated.render(
                out,
                tags,
                visit.shell(title, caseId.isEmpty() ? "mails" : "home"),
                caseId,
                application,
                post.isConfigured(),
                lines));
  }
}
