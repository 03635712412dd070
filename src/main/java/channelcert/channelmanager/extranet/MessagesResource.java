package channelcert.channelmanager.extranet;

import channelcert.channelmanager.extranet.page.JtemessageGenerated;
import channelcert.channelmanager.extranet.page.JtemessagesGenerated;
import channelcert.channelmanager.extranet.view.MessageView;
import channelcert.channelmanager.extranet.view.MessagesView;
import channelcert.channelmanager.inspector.KeptMessage;
import channelcert.channelmanager.mapping.Profile;
import channelcert.exchange.Masking;
import channelcert.http.page.Form;
import channelcert.http.page.Html;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The message inspector. */
@Path("/extranet/messages")
public final class MessagesResource {
  private static final int SHOWN = 200;
  private static final int MANY = 10_000;

  private final ExtranetParts parts;

  MessagesResource(ExtranetParts parts) {
    this.parts = parts;
  }

  /** The list. */
  @GET
  public Response list(@Context ContainerRequestContext request) {
    Visit visit = Visit.of(request);
    Form query = visit.query();
    MessagesView.Choice choice =
        new MessagesView.Choice(
            query.text("direction"),
            query.text("operation"),
            query.text("outcome"),
            query.text("search"));
    List<KeptMessage> kept = parts.messages().newest();
    List<KeptMessage> found = kept.stream().filter(each -> fits(each, choice)).toList();
    Map<String, Profile> properties = properties();
    MessagesView view =
        new MessagesView(
            choice,
            found.stream()
                .limit(SHOWN)
                .map(each -> new MessagesView.Line(each, property(properties, each)))
                .toList(),
            found.size(),
            kept.size(),
            parts.messages().skipped(),
            parts.messages().isKeeping(),
            kept.stream().map(KeptMessage::operation).distinct().sorted().toList());
    return Html.page(
        (out, tags) ->
            JtemessagesGenerated.render(out, tags, visit.shell("Messages", "messages"), view));
  }

  /** Switches the keeping of messages. */
  @POST
  @Path("keeping")
  public Response keep(@Context ContainerRequestContext request) {
    boolean keep = Visit.of(request).form().text("keep").equals("on");
    parts.messages().keep(keep);
    return Html.see("/extranet/messages?done=" + (keep ? "on" : "off"));
  }

  /** One message. */
  @GET
  @Path("{number:\\d{1,18}}")
  public Response show(@Context ContainerRequestContext request, @PathParam("number") long number) {
    return page(Visit.of(request), message(number), null);
  }

  /** The body as it came, masked. */
  @GET
  @Path("{number:\\d{1,18}}/body")
  public Response body(@PathParam("number") long number) {
    KeptMessage message = message(number);
    return Response.ok(message.request().getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .type("text/plain;charset=UTF-8")
        .header(
            "Content-Disposition", "attachment; filename=\"message-" + message.number() + ".json\"")
        .build();
  }

  /** Takes a push in again. */
  @POST
  @Path("{number:\\d{1,18}}/replay")
  public Response replay(
      @Context ContainerRequestContext request, @PathParam("number") long number) {
    Visit visit = Visit.of(request);
    KeptMessage message = message(number);
    Profile profile = properties().get(String.valueOf(message.connection()));
    if (profile == null || !message.isPush() || !message.complete()) {
      throw new NotFoundException();
    }
    boolean anew = visit.form().text("as").equals("new");
    return page(visit, message, parts.replay().send(message, profile.connection(), anew));
  }

  private Response page(Visit visit, KeptMessage message, @Nullable String replayed) {
    Map<String, Profile> properties = properties();
    boolean replayable =
        message.isPush()
            && message.complete()
            && properties.containsKey(String.valueOf(message.connection()));
    MessageView view =
        new MessageView(message, property(properties, message), replayable, replayed);
    return Html.page(
        (out, tags) ->
            JtemessageGenerated.render(
                out, tags, visit.shell("Message " + message.number(), "messages"), view));
  }

  private KeptMessage message(long number) {
    return parts.messages().find(number).orElseThrow(NotFoundException::new);
  }

  /** Messages name their connection by the mask of its token. */
  private Map<String, Profile> properties() {
    Map<String, Profile> properties = new HashMap<>();
    parts
        .profiles()
        .page("", 0, MANY)
        .forEach(each -> properties.put(Masking.token(each.connection().token()), each));
    return properties;
  }

  private static String property(Map<String, Profile> properties, KeptMessage message) {
    Profile profile = properties.get(String.valueOf(message.connection()));
    return profile == null ? "" : profile.name();
  }

  private static boolean fits(KeptMessage message, MessagesView.Choice choice) {
    return switch (choice.direction()) {
          case "in" -> message.incoming();
          case "out" -> !message.incoming();
          default -> true;
        }
        && (choice.operation().isEmpty() || choice.operation().equals(message.operation()))
        && switch (choice.outcome()) {
          case "taken" -> message.succeeded();
          case "refused" -> !message.succeeded();
          default -> true;
        }
        && (choice.search().isEmpty()
            || message.request().contains(choice.search())
            || message.answer().contains(choice.search()));
  }
}
