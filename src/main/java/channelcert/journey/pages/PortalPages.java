package channelcert.journey.pages;

import channelcert.http.page.Assets;
import channelcert.http.page.PageHeaders;
import channelcert.http.page.Throttle;
import java.util.List;

/** The pages of the portal. */
public final class PortalPages {
  private PortalPages() {}

  /** The resources and filters to register with a listener. */
  public static List<Object> resources(PageParts parts) {
    Assets assets =
        new Assets(
            "channelcert/portal", List.of("portal.css", "portal.js", "api-docs.js", "icon.svg"));
    CaseViews views = new CaseViews(parts);
    return List.of(
        new PageGate(parts.accounts(), assets.version(), parts.development()),
        new PageHeaders("portal"),
        new ErrorPages(),
        new WayInResource(),
        new AssetsResource(assets),
        new LoginResource(parts.accounts(), new Throttle(parts.clock())),
        new HomeResource(parts, views),
        new RequestResource(parts),
        new CaseResource(parts, views),
        new CaseWorkResource(parts, views),
        new CaseExtrasResource(parts, views),
        new SharedPageResource(parts, views),
        new ApiDocsResource(),
        new RunsPageResource(parts),
        new RunPageResource(parts),
        new FilesPageResource(parts),
        new CallPageResource(parts),
        new CertificatePageResource(parts),
        new MailPageResource(parts),
        new CaseMailsResource(parts),
        new PeoplePageResource(parts));
  }
}
