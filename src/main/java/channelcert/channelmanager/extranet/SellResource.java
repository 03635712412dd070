package channelcert.channelmanager.extranet;

import channelcert.channelmanager.extranet.page.JtebookGenerated;
import channelcert.channelmanager.extranet.page.JtesellGenerated;
import channelcert.channelmanager.extranet.view.BookView;
import channelcert.channelmanager.extranet.view.SellView;
import channelcert.channelmanager.mapping.Offer;
import channelcert.channelmanager.mapping.OfferedCategory;
import channelcert.channelmanager.mapping.OfferedRate;
import channelcert.channelmanager.mapping.Pair;
import channelcert.channelmanager.mapping.Profile;
import channelcert.channelmanager.reservation.Guest;
import channelcert.channelmanager.reservation.Stay;
import channelcert.channelmanager.selling.BookingRequest;
import channelcert.channelmanager.selling.Sale;
import channelcert.channelmanager.selling.StayOffer;
import channelcert.channelmanager.selling.WantedStay;
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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a sales channel would show: search a stay, book it. */
@Path("/extranet/c/{id:\\d{1,18}}/sell")
public final class SellResource {
  private static final int MAX_SPACES = 9;
  private static final int MAX_ADULTS = 20;

  private final ExtranetParts parts;

  SellResource(ExtranetParts parts) {
    this.parts = parts;
  }

  /** The search and what it finds. */
  @GET
  public Response search(@Context ContainerRequestContext request, @PathParam("id") long id) {
    Visit visit = Visit.of(request);
    Profile profile = parts.profile(id);
    boolean asked = visit.query().has("arrival");
    Form form = asked ? visit.query() : usual();
    @Nullable Wanted wanted = asked ? wanted(profile, form) : null;
    List<StayOffer> offers =
        wanted == null
            ? List.of()
            : parts.search().offers(profile, wanted.stay(), wanted.adults() + wanted.children());
    Offer offer = parts.offers().offer(id);
    Map<String, String> rates = new LinkedHashMap<>();
    for (OfferedRate each : offer.ratePlans()) {
      rates.put(each.code(), each.name());
    }
    Map<String, String> categories = new LinkedHashMap<>();
    for (OfferedCategory each : offer.categories()) {
      categories.put(each.code(), each.name());
    }
    SellView view = new SellView(form, wanted != null, offers, rates, categories);
    return Html.page(
        (out, tags) ->
            JtesellGenerated.render(out, tags, visit.shell("New booking", "sell", profile), view));
  }

  /** The form that books an offer. */
  @GET
  @Path("book")
  public Response form(@Context ContainerRequestContext request, @PathParam("id") long id) {
    Visit visit = Visit.of(request);
    return page(200, visit, parts.profile(id), visit.query());
  }

  /** Books. */
  @POST
  @Path("book")
  public Response book(@Context ContainerRequestContext request, @PathParam("id") long id) {
    Visit visit = Visit.of(request);
    Profile profile = parts.profile(id);
    Form form = visit.form();
    @Nullable Wanted wanted = wanted(profile, form);
    @Nullable Pair pair = StayForm.pair(form.text("pair"));
    Guest customer = StayForm.customer(form);
    int spaces = form.number("spaces", "The number of spaces", 1, MAX_SPACES);
    String channelId = form.text("channelId");
    if (channelId.length() > 255) {
      form.error("channelId", "The identifier is longer than 255 characters.");
    }
    @Nullable Integer source =
        form.text("source").isEmpty()
            ? null
            : form.number("source", "The channel", 0, Integer.MAX_VALUE);
    if (form.isValid() && wanted != null && pair != null) {
      WantedStay stay =
          new WantedStay(null, pair, wanted.stay(), wanted.adults(), wanted.children());
      BookingRequest order =
          new BookingRequest(
              channelId.isEmpty() ? null : channelId,
              source,
              customer,
              Collections.nCopies(spaces, stay));
      switch (parts.desk().book(profile, order)) {
        case Sale.Done(String reference) -> {
          return Html.see(StayForm.address(id, reference) + "&done=booked");
        }
        case Sale.Refused(Sale.Reason reason, String message) -> form.error("form", message);
      }
    }
    return page(422, visit, profile, form);
  }

  private Response page(int status, Visit visit, Profile profile, Form form) {
    @Nullable Wanted wanted = wanted(profile, form);
    @Nullable Pair pair = StayForm.pair(form.text("pair"));
    @Nullable StayOffer offer =
        wanted == null || pair == null
            ? null
            : parts
                .search()
                .offers(profile, wanted.stay(), wanted.adults() + wanted.children())
                .stream()
                .filter(each -> each.pair().equals(pair))
                .findFirst()
                .orElse(null);
    BookView view = new BookView(form, offer, parts.configurations().channels());
    return Html.page(
        status,
        (out, tags) ->
            JtebookGenerated.render(out, tags, visit.shell("New booking", "sell", profile), view));
  }

  private record Wanted(Stay stay, int adults, int children) {}

  private @Nullable Wanted wanted(Profile profile, Form form) {
    LocalDate arrival = form.date("arrival", "The arrival");
    LocalDate departure = form.date("departure", "The departure");
    int adults = form.number("adults", "Adults", 1, MAX_ADULTS);
    int children = form.number("children", "Children", 0, MAX_ADULTS);
    boolean fits = form.errorOf("adults") == null && form.errorOf("children") == null;
    if (arrival == null || departure == null || !fits) {
      return null;
    }
    Stay stay = new Stay(arrival, departure);
    @Nullable String flaw = parts.search().flaw(profile, stay);
    if (flaw != null) {
      form.error(flaw.startsWith("The arrival") ? "arrival" : "departure", flaw);
      return null;
    }
    return new Wanted(stay, adults, children);
  }

  private Form usual() {
    LocalDate today = parts.today();
    return Form.of(
        Map.of(
            "arrival",
            today.plusDays(1).toString(),
            "departure",
            today.plusDays(3).toString(),
            "adults",
            "2",
            "children",
            "0"));
  }
}
