package channelcert.channelmanager.extranet;

import channelcert.channelmanager.extranet.page.JtesettingsGenerated;
import channelcert.channelmanager.extranet.view.SettingsView;
import channelcert.channelmanager.inventory.Mode;
import channelcert.channelmanager.inventory.PushKind;
import channelcert.channelmanager.mapping.Lookup;
import channelcert.channelmanager.mapping.PriceSide;
import channelcert.channelmanager.mapping.Profile;
import channelcert.channelmanager.mapping.ProfileStore;
import channelcert.http.page.Form;
import channelcert.http.page.Html;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a connection works, and what can be asked of Mews for it. */
@Path("/extranet/c/{id:\\d{1,18}}")
public final class SettingsResource {
  private final ExtranetParts parts;

  SettingsResource(ExtranetParts parts) {
    this.parts = parts;
  }

  /** The form. */
  @GET
  @Path("settings")
  public Response form(@Context ContainerRequestContext request, @PathParam("id") long id) {
    Profile profile = parts.profile(id);
    return page(200, Visit.of(request), profile, stored(profile));
  }

  /** Takes the form. */
  @POST
  @Path("settings")
  public Response save(@Context ContainerRequestContext request, @PathParam("id") long id) {
    Visit visit = Visit.of(request);
    Profile profile = parts.profile(id);
    Form form = visit.form();
    int horizon = form.number("horizon", "The horizon", 1, ProfileStore.MAX_HORIZON);
    String currency = form.text("currency").toUpperCase(Locale.ROOT);
    if (!currency.matches("([A-Z]{3})?")) {
      form.error("currency", "The currency has to be a code of three letters such as EUR.");
    }
    if (!form.isValid()) {
      return page(422, visit, profile, form);
    }
    parts
        .profiles()
        .change(
            id,
            form.has("active"),
            form.text("side").equals("NET") ? PriceSide.NET : PriceSide.GROSS,
            horizon,
            currency.isEmpty() ? null : currency);
    parts.modes().chooseAnswers(id, form.text("answers").equals("later"), false);
    parts.modes().block(id, blocked(form));
    return Html.see("/extranet/c/" + id + "/settings?done=saved");
  }

  /** Has the configuration fetched again. */
  @POST
  @Path("refresh")
  public Response refresh(@PathParam("id") long id) {
    parts.profile(id);
    parts.connections().setConfigurationDue(id, parts.clock().instant());
    parts.wakeWorker().run();
    return Html.see("/extranet/c/" + id + "/mapping?done=refreshing");
  }

  /** Asks for everything from today to the horizon. */
  @POST
  @Path("full-update")
  public Response fullUpdate(@PathParam("id") long id) {
    Profile profile = parts.profile(id);
    LocalDate today = parts.today();
    return switch (parts
        .updates()
        .request(profile.connection(), today, today.plusDays(profile.horizonDays() - 1L))) {
      case Lookup.Found<LocalDate> asked -> Html.see("/extranet/c/" + id + "/calendar?done=asked");
      case Lookup.Missed<LocalDate>(String reason) ->
          SessionGate.problem(502, "Mews was asked for a full update and did not agree: " + reason);
    };
  }

  /** Sends bookings again that Mews refused for a reason outside of them. */
  @POST
  @Path("release")
  public Response release(@PathParam("id") long id) {
    parts.profile(id);
    parts.outbox().release(id);
    parts.wakeWorker().run();
    return Html.see("/extranet/c/" + id + "/bookings?done=released");
  }

  private Response page(int status, Visit visit, Profile profile, Form form) {
    SettingsView view = new SettingsView(form, parts.bookings().hasHeld(profile.id()));
    return Html.page(
        status,
        (out, tags) ->
            JtesettingsGenerated.render(
                out, tags, visit.shell("Settings", "settings", profile), view));
  }

  private Form stored(Profile profile) {
    Mode mode = parts.modes().mode(profile.id());
    Map<String, String> values = new LinkedHashMap<>();
    values.put("side", profile.connection().priceSide().name());
    values.put("horizon", Integer.toString(profile.horizonDays()));
    values.put("currency", profile.currencyCode() == null ? "" : profile.currencyCode());
    values.put("answers", mode.asynchronous() ? "later" : "now");
    if (profile.connection().active()) {
      values.put("active", "on");
    }
    for (PushKind kind : PushKind.values()) {
      if (!mode.blocked().contains(kind)) {
        values.put(kind.name(), "on");
      }
    }
    return Form.of(values);
  }

  private static List<PushKind> blocked(Form form) {
    return Arrays.stream(PushKind.values()).filter(kind -> !form.has(kind.name())).toList();
  }
}
