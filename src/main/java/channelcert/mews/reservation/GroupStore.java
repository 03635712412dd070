package channelcert.mews.reservation;

import static channelcert.store.mews.Tables.BOOKED_RESERVATION;
import static channelcert.store.mews.Tables.BOOKING_GROUP;

import channelcert.mews.message.AcceptedMessage;
import channelcert.mews.message.Stored;
import channelcert.mews.message.WarningStore;
import channelcert.mews.reservation.group.Definition;
import channelcert.mews.reservation.group.Group;
import channelcert.mews.reservation.group.Reservation;
import channelcert.store.Database;
import channelcert.store.mews.tables.records.BookedReservationRecord;
import channelcert.store.mews.tables.records.BookingGroupRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** Bookings with their reservations, and what looked wrong about them. */
public final class GroupStore {
  /** Begins the identifiers that a property gives to bookings of channel managers. */
  public static final String PREFIX = "cm-";

  private final Database database;

  GroupStore(Database database) {
    this.database = database;
  }

  /** The bookings of a connection whose identifier starts with the prefix, oldest first. */
  List<Group> startingWith(String connectionToken, String prefix) {
    DSLContext dsl = database.dsl();
    List<BookingGroupRecord> rows =
        dsl.selectFrom(BOOKING_GROUP)
            .where(BOOKING_GROUP.CONNECTION_TOKEN.eq(connectionToken))
            .and(BOOKING_GROUP.CHANNEL_MANAGER_ID.startsWith(prefix))
            .orderBy(BOOKING_GROUP.ID)
            .fetch();
    Map<Long, List<Reservation>> reservations =
        dsl.selectFrom(BOOKED_RESERVATION)
            .where(
                BOOKED_RESERVATION.GROUP_ID.in(
                    rows.stream().map(BookingGroupRecord::getId).toList()))
            .orderBy(BOOKED_RESERVATION.GROUP_ID, BOOKED_RESERVATION.SORT_ORDER)
            .fetchGroups(BOOKED_RESERVATION.GROUP_ID, GroupStore::reservation);
    return rows.stream()
        .map(row -> group(row, reservations.getOrDefault(row.getId(), List.of())))
        .toList();
  }

  /** What looked wrong about the bookings whose identifier starts with the prefix. */
  List<String> warnings(String connectionToken, String prefix) {
    return new WarningStore(database.dsl()).startingWith(connectionToken, prefix);
  }

  Optional<Group> find(DSLContext transaction, AcceptedMessage message) {
    return row(transaction, message)
        .map(
            row ->
                group(
                    row,
                    transaction
                        .selectFrom(BOOKED_RESERVATION)
                        .where(BOOKED_RESERVATION.GROUP_ID.eq(row.getId()))
                        .orderBy(BOOKED_RESERVATION.SORT_ORDER)
                        .fetch(GroupStore::reservation)));
  }

  /** Identifier that the property gave to the booking; empty for a new one. */
  Optional<String> booking(DSLContext transaction, AcceptedMessage message) {
    return row(transaction, message).map(row -> PREFIX + row.getId());
  }

  /** Replaces what is stored of the group; answers the identifier that the property gave to it. */
  String save(DSLContext transaction, AcceptedMessage message, String propertyId, Group group) {
    BookingGroupRecord row =
        row(transaction, message).orElseGet(() -> transaction.newRecord(BOOKING_GROUP));
    row.setConnectionToken(message.connectionToken());
    row.setChannelManagerId(message.subject());
    row.setPropertyId(propertyId);
    row.setCurrencyCode(group.currencyCode());
    row.setLastMessage(message.id());
    row.store();
    transaction
        .deleteFrom(BOOKED_RESERVATION)
        .where(BOOKED_RESERVATION.GROUP_ID.eq(row.getId()))
        .execute();
    transaction.batchInsert(rows(transaction, row.getId(), propertyId, group)).execute();
    return PREFIX + row.getId();
  }

  /** Notes what looks wrong about a message inside its transaction. */
  void warn(DSLContext transaction, AcceptedMessage message, List<String> warnings) {
    new WarningStore(transaction).note(message.connectionToken(), message.subject(), warnings);
  }

  private static Optional<BookingGroupRecord> row(DSLContext transaction, AcceptedMessage message) {
    return transaction
        .selectFrom(BOOKING_GROUP)
        .where(BOOKING_GROUP.CONNECTION_TOKEN.eq(message.connectionToken()))
        .and(BOOKING_GROUP.CHANNEL_MANAGER_ID.eq(message.subject()))
        .forUpdate()
        .fetchOptional();
  }

  private static List<BookedReservationRecord> rows(
      DSLContext transaction, long groupId, String propertyId, Group group) {
    List<BookedReservationRecord> rows = new ArrayList<>();
    for (Reservation reservation : group.reservations()) {
      BookedReservationRecord row = transaction.newRecord(BOOKED_RESERVATION);
      row.setGroupId(groupId);
      row.setSortOrder(rows.size());
      row.setPropertyId(propertyId);
      row.setCode(reservation.code());
      row.setConfirmationNumber(reservation.confirmationNumber());
      row.setCancelled(reservation.cancelled());
      row.setDefinition(Stored.write(reservation.definition()));
      rows.add(row);
    }
    return rows;
  }

  private static Group group(BookingGroupRecord row, List<Reservation> reservations) {
    return new Group(row.getChannelManagerId(), row.getCurrencyCode(), List.copyOf(reservations));
  }

  private static Reservation reservation(BookedReservationRecord row) {
    return new Reservation(
        row.getCode(),
        row.getConfirmationNumber(),
        row.getCancelled(),
        Stored.read(row.getDefinition(), Definition.class));
  }
}
