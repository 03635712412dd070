package channelcert.channelmanager.extranet;

import channelcert.channelmanager.extranet.page.JteconnectGenerated;
import channelcert.channelmanager.extranet.page.JteconnectionsGenerated;
import channelcert.channelmanager.extranet.view.ConnectionsView;
import channelcert.channelmanager.inventory.Mode;
import channelcert.channelmanager.mapping.Lookup;
import channelcert.channelmanager.mapping.Pair;
import channelcert.channelmanager.mapping.PriceSide;
import channelcert.channelmanager.mapping.Profile;
import channelcert.http.page.Form;
import channelcert.http.page.Html;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The list of connections, and setting up a new one. */
@Path("/extranet/connections")
public final class ConnectionsResource {
  private static final int PAGE = 50;

  private final ExtranetParts parts;

  ConnectionsResource(ExtranetParts parts) {
    this.parts = parts;
  }

  /** The list. */
  @GET
  public Response list(@Context ContainerRequestContext request) {
    Visit visit = Visit.of(request);
    String search = visit.query().text("search");
    List<Profile> page = parts.profiles().page(search, after(visit.query()), PAGE + 1);
    boolean more = page.size() > PAGE;
    List<Profile> shown = more ? page.subList(0, PAGE) : page;
    ConnectionsView view =
        new ConnectionsView(
            search, shown.stream().map(this::line).toList(), more ? shown.getLast().id() : 0);
    return Html.page(
        (out, tags) ->
            JteconnectionsGenerated.render(
                out, tags, visit.shell("Connections", "connections"), view));
  }

  /** The form for a new one. */
  @GET
  @Path("new")
  public Response form(@Context ContainerRequestContext request) {
    return page(200, Visit.of(request), Form.parse("side=GROSS"));
  }

  /** Sets a new one up, or a known one anew. */
  @POST
  @Path("new")
  public Response connect(@Context ContainerRequestContext request) {
    Visit visit = Visit.of(request);
    Form form = visit.form();
    String token = form.required("token", "The connection token", 255);
    String email = form.required("email", "The e-mail", 1000);
    if (form.isValid()) {
      PriceSide side = form.text("side").equals("NET") ? PriceSide.NET : PriceSide.GROSS;
      if (parts.setup().setUp(token, email, side)
          instanceof Lookup.Missed<List<Pair>>(String reason)) {
        form.error("token", reason);
      }
    }
    return form.isValid()
        ? Html.see("/extranet/connections?done=connected")
        : page(422, visit, form);
  }

  private static Response page(int status, Visit visit, Form form) {
    return Html.page(
        status,
        (out, tags) ->
            JteconnectGenerated.render(
                out, tags, visit.shell("Connect a property", "connections"), form));
  }

  private ConnectionsView.Line line(Profile profile) {
    Mode mode = parts.modes().mode(profile.id());
    String blocked =
        mode.blocked().stream()
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .sorted()
            .collect(Collectors.joining(", "));
    return new ConnectionsView.Line(profile, mode.asynchronous(), blocked);
  }

  private static long after(Form query) {
    String typed = query.text("after");
    return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
  }
}
