package channelcert.mews.control;

import channelcert.contract.control.AwaitCommand;
import channelcert.contract.control.CodeCommand;
import channelcert.contract.control.ConnectionCommand;
import channelcert.contract.control.Delivery;
import channelcert.contract.control.FullUpdateCommand;
import channelcert.contract.control.InventConfirmationCommand;
import channelcert.contract.control.LaneList;
import channelcert.contract.control.PushList;
import channelcert.contract.control.ReadPushesCommand;
import channelcert.contract.control.UnknownCategoryCommand;
import channelcert.contract.control.UnknownRateCommand;
import channelcert.contract.control.api.PushesApi;
import channelcert.mews.MewsControl;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.Nights;
import channelcert.mews.property.ConnectionDetails;
import channelcert.mews.property.Property;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/** What is sent to channel managers, and when. */
public final class PushesResource implements PushesApi {
  private static final int USUAL_PUSHES = 50;

  private final MewsControl mews;
  private final ConnectionNames names;

  PushesResource(MewsControl mews, ConnectionNames names) {
    this.mews = mews;
    this.names = names;
  }

  @Override
  public void requestFullUpdate(FullUpdateCommand command) {
    ConnectionDetails connection = names.details(command.connection());
    LocalDate today = mews.today(connection.propertyId());
    Nights horizon = Nights.of(today, connection.horizonDays());
    Nights nights =
        InventoryMapper.nights(
            Objects.requireNonNullElse(command.from(), horizon.first()),
            Objects.requireNonNullElse(command.to(), horizon.last()));
    Set<InventoryKind> kinds =
        command.kinds() == null
            ? connection.enabledKinds()
            : ConnectionMapper.kinds(command.kinds());
    if (kinds.isEmpty() || !connection.enabledKinds().containsAll(kinds)) {
      throw ControlRefusal.conflict(
          "Switched on are "
              + connection.enabledKinds().stream().sorted().toList()
              + "; only these can be pushed, enableKinds switches others on.");
    }
    mews.requestFullUpdate(connection.token(), nights, kinds);
  }

  @Override
  public void sendDelta(ConnectionCommand command) {
    mews.pushes().deltaNow(names.token(command.connection()));
  }

  @Override
  public void pausePushes(ConnectionCommand command) {
    mews.pushes().hold(names.token(command.connection()));
  }

  @Override
  public void resumePushes(ConnectionCommand command) {
    mews.pushes().resume(names.token(command.connection()));
  }

  @Override
  public LaneList readLanes(ConnectionCommand command) {
    return new LaneList(
        mews.pushes().lanes(names.token(command.connection())).stream()
            .map(PushMapper::lane)
            .toList());
  }

  @Override
  public PushList readPushes(ReadPushesCommand command) {
    int last = Objects.requireNonNullElse(command.last(), USUAL_PUSHES);
    return new PushList(
        mews.pushes().messages(names.token(command.connection()), last).stream()
            .map(PushMapper::push)
            .toList());
  }

  @Override
  public Delivery awaitDelivered(AwaitCommand command) {
    return new Delivery(
        mews.awaitDelivered(
            names.token(command.connection()), Duration.ofMillis(command.atMostMillis())));
  }

  @Override
  public void discardPending(ConnectionCommand command) {
    mews.discardPending(names.token(command.connection()));
  }

  @Override
  public void pushUnknownCategory(UnknownCategoryCommand command) {
    ConnectionDetails connection = names.details(command.connection());
    Property property = mews.property(connection.propertyId());
    requireUnknown(property, command.spaceTypeCode());
    mews.addUnannouncedCategory(connection.token(), command.spaceTypeCode());
  }

  @Override
  public void pushUnknownRate(UnknownRateCommand command) {
    ConnectionDetails connection = names.details(command.connection());
    Property property = mews.property(connection.propertyId());
    requireUnknown(property, command.ratePlanCode());
    if (property.categories().stream()
        .noneMatch(category -> category.code().equals(command.spaceTypeCode()))) {
      throw ControlRefusal.notFound(
          "There is no category " + command.spaceTypeCode() + "; readProperty shows all of them.");
    }
    mews.addUnannouncedRate(connection.token(), command.ratePlanCode(), command.spaceTypeCode());
  }

  private static void requireUnknown(Property property, String code) {
    boolean known =
        property.categories().stream().anyMatch(category -> category.code().equals(code))
            || property.ratePlans().stream().anyMatch(rate -> rate.code().equals(code));
    if (known) {
      throw ControlRefusal.conflict(
          code + " is known at the property; choose a code that nobody has, or withdraw it first.");
    }
  }

  @Override
  public void withdrawUnknown(CodeCommand command) {
    mews.removeUnannounced(names.token(command.connection()), command.code());
  }

  @Override
  public void inventConfirmation(InventConfirmationCommand command) {
    mews.confirmInventedBooking(
        names.token(command.connection()),
        command.channelManagerId(),
        command.reservationCode(),
        command.confirmationNumber());
  }
}
