package channelcert.mews.reservation;

import static channelcert.store.mews.Tables.BOOKED_RESERVATION;
import static channelcert.store.mews.Tables.BOOKING_GROUP;
import static channelcert.store.mews.Tables.BOOKING_WARNING;

import channelcert.mews.reservation.group.Definition;
import channelcert.mews.reservation.group.Group;
import channelcert.mews.reservation.group.Reservation;
import channelcert.store.Database;
import channelcert.store.mews.tables.records.BookedReservationRecord;
import channelcert.store.mews.tables.records.BookingGroupRecord;
import channelcert.store.mews.tables.records.BookingWarningRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** Bookings with their reservations, and what looked wrong about them. */
final class GroupStore {
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
    return database
        .dsl()
        .selectFrom(BOOKING_WARNING)
        .where(BOOKING_WARNING.CONNECTION_TOKEN.eq(connectionToken))
        .and(BOOKING_WARNING.CHANNEL_MANAGER_ID.startsWith(prefix))
        .orderBy(BOOKING_WARNING.ID)
        .fetch(row -> row.getChannelManagerId() + ": " + row.getMessage());
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

  /** Replaces what is stored of the group. */
  void save(DSLContext transaction, AcceptedMessage message, String propertyId, Group group) {
    BookingGroupRecord row =
        row(transaction, message).orElseGet(() -> transaction.newRecord(BOOKING_GROUP));
    row.setConnectionToken(message.connectionToken());
    row.setChannelManagerId(message.channelManagerId());
    row.setPropertyId(propertyId);
    row.setCurrencyCode(group.currencyCode());
    row.setLastMessage(message.id());
    row.store();
    transaction
        .deleteFrom(BOOKED_RESERVATION)
        .where(BOOKED_RESERVATION.GROUP_ID.eq(row.getId()))
        .execute();
    transaction.batchInsert(rows(transaction, row.getId(), propertyId, group)).execute();
  }

  /** Notes what looks wrong about a message that was not processed. */
  void warn(String connectionToken, String channelManagerId, String warning) {
    warn(database.dsl(), connectionToken, channelManagerId, List.of(warning));
  }

  /** Notes what looks wrong about a message inside its transaction. */
  void warn(DSLContext transaction, AcceptedMessage message, List<String> warnings) {
    warn(transaction, message.connectionToken(), message.channelManagerId(), warnings);
  }

  private static void warn(
      DSLContext dsl, String connectionToken, String channelManagerId, List<String> warnings) {
    List<BookingWarningRecord> rows = new ArrayList<>();
    for (String warning : warnings) {
      BookingWarningRecord row = dsl.newRecord(BOOKING_WARNING);
      row.setConnectionToken(connectionToken);
      row.setChannelManagerId(channelManagerId);
      row.setMessage(warning);
      rows.add(row);
    }
    dsl.batchInsert(rows).execute();
  }

  private static Optional<BookingGroupRecord> row(DSLContext transaction, AcceptedMessage message) {
    return transaction
        .selectFrom(BOOKING_GROUP)
        .where(BOOKING_GROUP.CONNECTION_TOKEN.eq(message.connectionToken()))
        .and(BOOKING_GROUP.CHANNEL_MANAGER_ID.eq(message.channelManagerId()))
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
