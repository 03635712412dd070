package channelcert.channelmanager.extranet;

import channelcert.channelmanager.extranet.page.JtebookingGenerated;
import channelcert.channelmanager.extranet.page.JtebookingsGenerated;
import channelcert.channelmanager.extranet.page.JtegroupGenerated;
import channelcert.channelmanager.extranet.view.BookingView;
import channelcert.channelmanager.extranet.view.BookingsView;
import channelcert.channelmanager.incoming.IncomingBooking;
import channelcert.channelmanager.incoming.IncomingBookingMapper;
import channelcert.channelmanager.incoming.StoredGroup;
import channelcert.channelmanager.mapping.Profile;
import channelcert.channelmanager.reservation.Booking;
import channelcert.channelmanager.reservation.BookingDefinition;
import channelcert.channelmanager.reservation.BookingLine;
import channelcert.channelmanager.reservation.DefinitionMapper;
import channelcert.channelmanager.reservation.Guest;
import channelcert.channelmanager.selling.BookingContents;
import channelcert.channelmanager.selling.Sale;
import channelcert.channelmanager.selling.WantedStay;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bookings of both origins, their history, changes and cancellations. */
@Path("/extranet/c/{id:\\d{1,18}}")
public final class BookingsResource {
  private static final int PAGE = 50;
  private static final int MAX_INCOMING = 200;

  private final ExtranetParts parts;

  BookingsResource(ExtranetParts parts) {
    this.parts = parts;
  }

  /** The list. */
  @GET
  @Path("bookings")
  public Response list(@Context ContainerRequestContext request, @PathParam("id") long id) {
    Visit visit = Visit.of(request);
    Profile profile = parts.profile(id);
    String search = visit.query().text("search");
    boolean mews = visit.query().text("origin").equals("mews");
    List<BookingLine> lines =
        mews ? List.of() : parts.bookings().page(id, search, before(visit.query()), PAGE + 1);
    boolean more = lines.size() > PAGE;
    List<BookingLine> shown = more ? lines.subList(0, PAGE) : lines;
    BookingsView view =
        new BookingsView(
            search,
            mews,
            shown.stream().map(line -> made(id, line)).toList(),
            mews ? incoming(id, search) : List.of(),
            more ? shown.getLast().newest().sequenceNumber() : 0,
            parts.bookings().hasHeld(id));
    return Html.page(
        (out, tags) ->
            JtebookingsGenerated.render(
                out, tags, visit.shell("Bookings", "bookings", profile), view));
  }

  /** One booking. */
  @GET
  @Path("booking")
  public Response show(@Context ContainerRequestContext request, @PathParam("id") long id) {
    Visit visit = Visit.of(request);
    Profile profile = parts.profile(id);
    String reference = visit.query().text("reference");
    Optional<Booking> booking = parts.bookings().find(id, reference);
    return booking.isPresent()
        ? page(200, visit, profile, booking.get(), null)
        : group(visit, profile, reference);
  }

  /** Changes a booking; what was typed comes back when it cannot be done. */
  @POST
  @Path("booking")
  public Response change(@Context ContainerRequestContext request, @PathParam("id") long id) {
    Visit visit = Visit.of(request);
    Profile profile = parts.profile(id);
    String reference = visit.query().text("reference");
    Booking booking = parts.bookings().find(id, reference).orElseThrow(NotFoundException::new);
    Form form = visit.form();
    if (form.has("cancel")) {
      return cancel(visit, profile, booking);
    }
    Guest customer = StayForm.customer(form);
    List<WantedStay> stays = StayForm.stays(form);
    if (form.isValid() && stays.isEmpty()) {
      form.error("form", "No stay is left; cancel the booking as a whole instead.");
    }
    if (form.isValid()
        && parts.desk().modify(profile, reference, customer, stays)
            instanceof Sale.Refused(Sale.Reason reason, String message)) {
      form.error("form", message);
    }
    return form.isValid()
        ? Html.see(StayForm.address(id, reference) + "&done=changed")
        : page(422, visit, profile, booking, form);
  }

  private Response cancel(Visit visit, Profile profile, Booking booking) {
    if (parts.desk().cancel(profile, booking.reference())
        instanceof Sale.Refused(Sale.Reason reason, String message)) {
      visit.form().error("form", message);
      return page(422, visit, profile, booking, null);
    }
    return Html.see(StayForm.address(profile.id(), booking.reference()) + "&done=cancelled");
  }

  private Response page(
      int status, Visit visit, Profile profile, Booking booking, @Nullable Form typed) {
    long id = profile.id();
    @Nullable BookingDefinition definition =
        BookingContents.newest(parts.bookings(), id, booking.reference()).orElse(null);
    @Nullable IncomingBooking changed =
        parts
            .incoming()
            .find(id, booking.reference())
            .map(IncomingBookingMapper::read)
            .orElse(null);
    Form form = typed == null ? StayForm.of(definition) : typed;
    if (typed == null) {
      visit.form().errors().forEach(form::error);
    }
    BookingView view =
        new BookingView(
            booking,
            definition,
            changed,
            parts.bookings().messages(id, booking.reference()),
            parts.errors().about(id, booking.reference()),
            parts.configurations().pairs(id),
            form,
            StayForm.rows(form));
    return Html.page(
        status,
        (out, tags) ->
            JtebookingGenerated.render(
                out,
                tags,
                visit.shell("Booking " + booking.reference(), "bookings", profile),
                view));
  }

  private Response group(Visit visit, Profile profile, String reference) {
    StoredGroup group =
        parts.incoming().find(profile.id(), reference).orElseThrow(NotFoundException::new);
    BookingsView.Incoming view =
        new BookingsView.Incoming(group, IncomingBookingMapper.read(group));
    return Html.page(
        (out, tags) ->
            JtegroupGenerated.render(
                out, tags, visit.shell("Booking " + reference, "bookings", profile), view));
  }

  private BookingsView.Made made(long id, BookingLine line) {
    @Nullable BookingDefinition definition =
        DefinitionMapper.read(line.newest().body())
            .or(() -> BookingContents.newest(parts.bookings(), id, line.booking().reference()))
            .orElse(null);
    return new BookingsView.Made(line, definition);
  }

  private List<BookingsView.Incoming> incoming(long id, String search) {
    String wanted = search.toLowerCase(Locale.ROOT);
    return parts.incoming().list(id).stream()
        .filter(group -> group.reference().toLowerCase(Locale.ROOT).contains(wanted))
        .sorted((one, other) -> other.reference().compareTo(one.reference()))
        .limit(MAX_INCOMING)
        .map(group -> new BookingsView.Incoming(group, IncomingBookingMapper.read(group)))
        .toList();
  }

  private static long before(Form query) {
    String typed = query.text("before");
    return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : Long.MAX_VALUE;
  }
}
