package channelcert.mews.reservation.outgoing;

import static channelcert.mews.reservation.GroupStore.PREFIX;
import static channelcert.store.mews.Tables.BLOCK_PICKUP;
import static channelcert.store.mews.Tables.BOOKED_RESERVATION;
import static channelcert.store.mews.Tables.BOOKING_GROUP;
import static channelcert.store.mews.Tables.BOOKING_MESSAGE;

import channelcert.mews.message.Stored;
import channelcert.mews.reservation.group.Definition;
import channelcert.store.mews.tables.records.BookedReservationRecord;
import channelcert.store.mews.tables.records.BookingGroupRecord;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Bookings of channel managers as staff see them: what the channel manager sent last, and over it
 * what staff know beside. Works in the transaction of the caller.
 */
final class BookedGroupStore {
  private final DSLContext transaction;
  private final StaffNoteStore notes;

  BookedGroupStore(DSLContext transaction) {
    this.transaction = transaction;
    this.notes = new StaffNoteStore(transaction);
  }

  /** Whether the id is one of a booking that came from a channel manager. */
  static boolean isBooked(String id) {
    return id.matches(PREFIX + "\\d{1,18}");
  }

  Optional<HouseGroup> lock(String propertyId, String id) {
    return transaction
        .selectFrom(BOOKING_GROUP)
        .where(BOOKING_GROUP.ID.eq(number(id)))
        .and(BOOKING_GROUP.PROPERTY_ID.eq(propertyId))
        .forUpdate()
        .fetchOptional(this::group);
  }

  List<HouseGroup> all(String propertyId) {
    return transaction
        .selectFrom(BOOKING_GROUP)
        .where(BOOKING_GROUP.PROPERTY_ID.eq(propertyId))
        .orderBy(BOOKING_GROUP.ID)
        .fetch(this::group);
  }

  void update(HouseGroup group) {
    long groupId = number(group.id());
    for (HouseReservation each : group.reservations()) {
      transaction
          .update(BOOKED_RESERVATION)
          .set(BOOKED_RESERVATION.CANCELLED, each.timeState().isCancelled())
          .set(BOOKED_RESERVATION.DEFINITION, Stored.write(each.definition()))
          .where(BOOKED_RESERVATION.GROUP_ID.eq(groupId))
          .and(BOOKED_RESERVATION.CONFIRMATION_NUMBER.eq(each.confirmationNumber()))
          .execute();
      notes.write(
          group.propertyId(),
          each.confirmationNumber(),
          new StaffNoteStore.OfReservation(each.timeState(), each.card()));
    }
    notes.write(
        group.propertyId(),
        group.id(),
        new StaffNoteStore.OfGroup(
            lastMessage(groupId), group.customer(), group.booker(), group.comments()));
  }

  private long lastMessage(long groupId) {
    return transaction
        .select(BOOKING_GROUP.LAST_MESSAGE)
        .from(BOOKING_GROUP)
        .where(BOOKING_GROUP.ID.eq(groupId))
        .fetchSingle(BOOKING_GROUP.LAST_MESSAGE);
  }

  private HouseGroup group(BookingGroupRecord row) {
    String id = PREFIX + row.getId();
    JsonNode sent = sent(row.getLastMessage());
    StaffNoteStore.OfGroup note =
        notes
            .read(row.getPropertyId(), id, StaffNoteStore.OfGroup.class)
            .filter(known -> known.lastMessage() == row.getLastMessage())
            .orElseGet(
                () ->
                    new StaffNoteStore.OfGroup(
                        row.getLastMessage(),
                        filled(sent, "customer"),
                        filled(sent, "booker"),
                        comments(sent)));
    return new HouseGroup(
        id,
        row.getPropertyId(),
        origin(row, sent),
        blockNumber(row.getPropertyId(), id),
        row.getCurrencyCode(),
        note.customer(),
        note.booker(),
        note.comments(),
        reservations(row));
  }

  private @Nullable String blockNumber(String propertyId, String id) {
    return transaction
        .select(BLOCK_PICKUP.BLOCK_NUMBER)
        .from(BLOCK_PICKUP)
        .where(BLOCK_PICKUP.PROPERTY_ID.eq(propertyId).and(BLOCK_PICKUP.BOOKING.eq(id)))
        .fetchOne(BLOCK_PICKUP.BLOCK_NUMBER);
  }

  private JsonNode sent(long messageId) {
    return transaction
        .select(BOOKING_MESSAGE.CONTENT)
        .from(BOOKING_MESSAGE)
        .where(BOOKING_MESSAGE.ID.eq(messageId))
        .fetchSingle(row -> Stored.read(row.value1(), JsonNode.class));
  }

  private static HouseGroup.Origin origin(BookingGroupRecord row, JsonNode sent) {
    return new HouseGroup.Origin(
        row.getConnectionToken(),
        row.getChannelManagerId(),
        text(sent, "channelId"),
        text(sent, "availabilityBlockCode"),
        filled(sent, "sources"),
        filled(sent, "company"),
        filled(sent, "travelAgency"));
  }

  private List<HouseReservation> reservations(BookingGroupRecord group) {
    return transaction
        .selectFrom(BOOKED_RESERVATION)
        .where(BOOKED_RESERVATION.GROUP_ID.eq(group.getId()))
        .orderBy(BOOKED_RESERVATION.SORT_ORDER)
        .fetch(this::reservation);
  }

  private HouseReservation reservation(BookedReservationRecord row) {
    Optional<StaffNoteStore.OfReservation> note =
        notes.read(
            row.getPropertyId(), row.getConfirmationNumber(), StaffNoteStore.OfReservation.class);
    return new HouseReservation(
        row.getConfirmationNumber(),
        row.getCode(),
        timeState(row.getCancelled(), note.map(StaffNoteStore.OfReservation::timeState)),
        note.map(StaffNoteStore.OfReservation::card).orElse(null),
        Stored.read(row.getDefinition(), Definition.class),
        true);
  }

  /** The channel manager may have cancelled or booked again what staff moved on before. */
  private static TimeState timeState(boolean cancelled, Optional<TimeState> noted) {
    return noted
        .filter(state -> state.isCancelled() == cancelled)
        .orElse(cancelled ? TimeState.CANCELED : TimeState.CONFIRMED);
  }

  private static List<String> comments(JsonNode sent) {
    return StreamSupport.stream(sent.path("comments").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  private static @Nullable JsonNode filled(JsonNode sent, String field) {
    return sent.hasNonNull(field) ? sent.get(field) : null;
  }

  private static @Nullable String text(JsonNode sent, String field) {
    return sent.hasNonNull(field) ? sent.get(field).asText() : null;
  }

  private static long number(String id) {
    return Long.parseLong(id.substring(PREFIX.length()));
  }
}
