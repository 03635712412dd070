package channelcert.channelmanager.selling;

import channelcert.channelmanager.mapping.Pair;
import channelcert.channelmanager.mapping.Profile;
import channelcert.channelmanager.mapping.ProfileStore;
import channelcert.channelmanager.reservation.Booking;
import channelcert.channelmanager.reservation.BookingDefinition;
import channelcert.channelmanager.reservation.BookingHistoryStore;
import channelcert.channelmanager.reservation.ErrorLogStore;
import channelcert.channelmanager.reservation.Guest;
import channelcert.channelmanager.reservation.LoggedError;
import channelcert.channelmanager.reservation.Stay;
import channelcert.contract.ota.BookStayCommand;
import channelcert.contract.ota.BookedStay;
import channelcert.contract.ota.BookedStays;
import channelcert.contract.ota.BookingName;
import channelcert.contract.ota.ModifyBookingCommand;
import channelcert.contract.ota.Problem;
import channelcert.contract.ota.SaleStatus;
import channelcert.contract.ota.SearchStaysQuery;
import channelcert.contract.ota.Traveller;
import channelcert.contract.ota.api.SellingApi;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The selling API below {@code /ota}. */
@Path("/ota")
public final class OtaResource implements SellingApi {
  private final ProfileStore profiles;
  private final StaySearch search;
  private final SalesDesk desk;
  private final BookingHistoryStore bookings;
  private final ErrorLogStore errors;

  /** Wires the work. */
  public OtaResource(
      ProfileStore profiles,
      StaySearch search,
      SalesDesk desk,
      BookingHistoryStore bookings,
      ErrorLogStore errors) {
    this.profiles = profiles;
    this.search = search;
    this.desk = desk;
    this.bookings = bookings;
    this.errors = errors;
  }

  @Override
  public channelcert.contract.ota.StayOffers searchStays(SearchStaysQuery query) {
    Profile profile = profile(query.property());
    Stay stay = new Stay(query.arrival(), query.departure());
    @Nullable String flaw = search.flaw(profile, stay);
    if (flaw != null) {
      throw refusal(400, flaw);
    }
    return new channelcert.contract.ota.StayOffers(
        search.offers(profile, stay, query.guests()).stream().map(OtaResource::offer).toList());
  }

  @Override
  public BookedStays bookStay(BookStayCommand command) {
    Profile profile = profile(command.property());
    BookingRequest request =
        new BookingRequest(
            command.channelId(),
            command.sourceCode(),
            guest(command.customer()),
            command.stays().stream().map(OtaResource::stay).toList());
    return booked(profile, desk.book(profile, request));
  }

  @Override
  public BookedStays modifyBooking(ModifyBookingCommand command) {
    Profile profile = profile(command.property());
    return booked(
        profile,
        desk.modify(
            profile,
            command.reference(),
            guest(command.customer()),
            command.stays().stream().map(OtaResource::stay).toList()));
  }

  @Override
  public BookedStays cancelBooking(BookingName name) {
    Profile profile = profile(name.property());
    return booked(profile, desk.cancel(profile, name.reference()));
  }

  @Override
  public BookedStays readBooking(BookingName name) {
    return booked(profile(name.property()), name.reference());
  }

  private Profile profile(long property) {
    return profiles
        .find(property)
        .orElseThrow(
            () ->
                refusal(
                    404,
                    "There is no property "
                        + property
                        + "; its number stands in the extranet under Connections."));
  }

  private BookedStays booked(Profile profile, Sale sale) {
    return switch (sale) {
      case Sale.Done(String reference) -> booked(profile, reference);
      case Sale.Refused(Sale.Reason reason, String message) ->
          throw refusal(
              switch (reason) {
                case INVALID -> 400;
                case UNKNOWN -> 404;
                case CONFLICT -> 409;
              },
              message);
    };
  }

  private BookedStays booked(Profile profile, String reference) {
    Booking booking =
        bookings
            .find(profile.id(), reference)
            .orElseThrow(
                () -> refusal(404, "There is no booking " + reference + " that was made here."));
    Optional<BookingDefinition> definition =
        BookingContents.newest(bookings, profile.id(), reference);
    List<String> told =
        errors.about(profile.id(), reference).stream().map(LoggedError::message).toList();
    return BookedStays.builder()
        .reference(reference)
        .status(SaleStatus.valueOf(booking.status().name()))
        .currencyCode(definition.map(BookingDefinition::currencyCode).orElse(null))
        .total(definition.map(BookingDefinition::total).orElse(null))
        .stays(
            booking.reservations().stream()
                .map(
                    each ->
                        BookedStay.builder()
                            .code(each.code())
                            .confirmationNumber(each.confirmationNumber())
                            .cancelled(each.cancelled())
                            .build())
                .toList())
        .errors(told)
        .build();
  }

  private static channelcert.contract.ota.StayOffer offer(StayOffer offer) {
    return channelcert.contract.ota.StayOffer.builder()
        .ratePlanCode(offer.pair().ratePlanCode())
        .spaceTypeCode(offer.pair().spaceTypeCode())
        .bookable(offer.isBookable())
        .reason(offer.obstacle())
        .currencyCode(offer.currencyCode())
        .nightAmounts(offer.nightAmounts())
        .total(offer.currencyCode() == null ? null : offer.total())
        .available(offer.available())
        .build();
  }

  private static WantedStay stay(channelcert.contract.ota.WantedStay stay) {
    return new WantedStay(
        stay.code(),
        new Pair(stay.ratePlanCode(), stay.spaceTypeCode()),
        new Stay(stay.arrival(), stay.departure()),
        stay.adults(),
        stay.children());
  }

  private static Guest guest(Traveller traveller) {
    return new Guest(traveller.firstName(), traveller.lastName());
  }

  static Response problem(int status, String message) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(new Problem(message))
        .build();
  }

  private static WebApplicationException refusal(int status, String message) {
    return new WebApplicationException(problem(status, message));
  }
}
