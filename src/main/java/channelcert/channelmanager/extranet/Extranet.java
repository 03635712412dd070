package channelcert.channelmanager.extranet;

import channelcert.http.page.Assets;
import channelcert.http.page.PageHeaders;
import channelcert.http.page.Throttle;
import java.util.List;

/** What the extranet is made of. */
public final class Extranet {
  private Extranet() {}

  /** The resources and filters to register with a listener. */
  public static List<Object> resources(ExtranetParts parts) {
    Assets assets =
        new Assets("channelcert/extranet", List.of("extranet.css", "extranet.js", "icon.svg"));
    return List.of(
        new SessionGate(parts.access(), assets.version()),
        new PageHeaders("extranet"),
        new ErrorPages(),
        new AssetsResource(assets),
        new LoginResource(parts.access(), new Throttle(parts.clock())),
        new ConnectionsResource(parts),
        new SettingsResource(parts),
        new MappingResource(parts),
        new CalendarResource(parts),
        new BookingsResource(parts),
        new BlocksResource(parts),
        new SellResource(parts),
        new MessagesResource(parts),
        new ErrorsResource(parts),
        new SellingKeyResource(parts));
  }
}
