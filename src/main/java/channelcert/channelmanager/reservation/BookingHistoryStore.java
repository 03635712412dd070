package channelcert.channelmanager.reservation;

import static channelcert.store.channelmanager.Tables.BOOKED_RESERVATION;
import static channelcert.store.channelmanager.Tables.BOOKING;
import static channelcert.store.channelmanager.Tables.OUTGOING_MESSAGE;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import channelcert.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Record;

/** Bookings with what was sent about them, newest first. */
public final class BookingHistoryStore {
  private static final int SHOWN = 200;

  private final Database database;
  private final BookingStore bookings;

  public BookingHistoryStore(Database database, BookingStore bookings) {
    this.database = database;
    this.bookings = bookings;
  }

  /** The newest two hundred messages about a booking. */
  public List<SentMessage> messages(long connectionId, String reference) {
    return database
        .dsl()
        .selectFrom(OUTGOING_MESSAGE)
        .where(OUTGOING_MESSAGE.CONNECTION_ID.eq(connectionId))
        .and(OUTGOING_MESSAGE.REFERENCE.eq(reference))
        .and(OUTGOING_MESSAGE.OPERATION.eq(GroupCorrespondence.OPERATION))
        .orderBy(OUTGOING_MESSAGE.SEQUENCE_NUMBER.desc())
        .limit(SHOWN)
        .fetch(BookingHistoryStore::message);
  }

  /**
   * A page of bookings, those with the newest messages first.
   *
   * @param search part of our or the channel's identifier, or a confirmation number; empty for all
   * @param before sequence number of the last line of the page before; the largest for the first
   */
  public List<BookingLine> page(long connectionId, String search, long before, int size) {
    return lines(
        connectionId, found(search).and(OUTGOING_MESSAGE.SEQUENCE_NUMBER.lt(before)), size);
  }

  /** Bookings that Mews has not confirmed in any version; they still take up space here. */
  public List<BookingLine> unconfirmed(long connectionId) {
    Condition unconfirmed =
        exists(
            selectOne()
                .from(BOOKED_RESERVATION)
                .where(BOOKED_RESERVATION.CONNECTION_ID.eq(BOOKING.CONNECTION_ID))
                .and(BOOKED_RESERVATION.REFERENCE.eq(BOOKING.REFERENCE))
                .and(BOOKED_RESERVATION.CONFIRMATION_NUMBER.isNull())
                .andNot(BOOKED_RESERVATION.CANCELLED));
    return lines(
        connectionId, BOOKING.STATUS.eq(BookingStatus.SENT.name()).and(unconfirmed), 10 * SHOWN);
  }

  /** Whether messages wait until a person sends them again. */
  public boolean hasHeld(long connectionId) {
    return database
        .dsl()
        .fetchExists(
            OUTGOING_MESSAGE,
            OUTGOING_MESSAGE
                .CONNECTION_ID
                .eq(connectionId)
                .and(OUTGOING_MESSAGE.STATE.eq(MessageState.HELD.name())));
  }

  public Optional<Booking> find(long connectionId, String reference) {
    return bookings.list(connectionId, List.of(reference)).stream().findFirst();
  }

  /** Our identifier of the booking that a channel calls by this one. */
  public Optional<String> ofChannel(long connectionId, String channelId) {
    return database
        .dsl()
        .select(BOOKING.REFERENCE)
        .from(BOOKING)
        .where(BOOKING.CONNECTION_ID.eq(connectionId))
        .and(BOOKING.CHANNEL_ID.eq(channelId))
        .orderBy(BOOKING.REFERENCE)
        .limit(1)
        .fetchOptional(BOOKING.REFERENCE);
  }

  private List<BookingLine> lines(long connectionId, Condition wanted, int size) {
    List<Map.Entry<String, SentMessage>> newest =
        database
            .dsl()
            .select(OUTGOING_MESSAGE.fields())
            .from(BOOKING)
            .join(OUTGOING_MESSAGE)
            .on(OUTGOING_MESSAGE.CONNECTION_ID.eq(BOOKING.CONNECTION_ID))
            .and(OUTGOING_MESSAGE.MESSAGE_ID.eq(BOOKING.LAST_MESSAGE_ID))
            .where(BOOKING.CONNECTION_ID.eq(connectionId))
            .and(wanted)
            .orderBy(OUTGOING_MESSAGE.SEQUENCE_NUMBER.desc())
            .limit(size)
            .fetch(row -> Map.entry(row.get(OUTGOING_MESSAGE.REFERENCE), message(row)));
    Map<String, Booking> known =
        bookings.list(connectionId, newest.stream().map(Map.Entry::getKey).toList()).stream()
            .collect(toMap(Booking::reference, Function.identity()));
    List<BookingLine> lines = new ArrayList<>();
    for (Map.Entry<String, SentMessage> line : newest) {
      Booking booking = known.get(line.getKey());
      if (booking != null) {
        lines.add(new BookingLine(booking, line.getValue()));
      }
    }
    return lines;
  }

  private static Condition found(String search) {
    return search.isEmpty()
        ? noCondition()
        : BOOKING
            .REFERENCE
            .containsIgnoreCase(search)
            .or(BOOKING.CHANNEL_ID.containsIgnoreCase(search))
            .or(
                exists(
                    selectOne()
                        .from(BOOKED_RESERVATION)
                        .where(BOOKED_RESERVATION.CONNECTION_ID.eq(BOOKING.CONNECTION_ID))
                        .and(BOOKED_RESERVATION.REFERENCE.eq(BOOKING.REFERENCE))
                        .and(BOOKED_RESERVATION.CONFIRMATION_NUMBER.eq(search))));
  }

  private static SentMessage message(Record row) {
    return new SentMessage(
        row.get(OUTGOING_MESSAGE.SEQUENCE_NUMBER),
        row.get(OUTGOING_MESSAGE.MESSAGE_ID),
        MessageState.valueOf(row.get(OUTGOING_MESSAGE.STATE)),
        row.get(OUTGOING_MESSAGE.ATTEMPTS),
        row.get(OUTGOING_MESSAGE.CREATED_AT),
        row.get(OUTGOING_MESSAGE.DUE_AT),
        row.get(OUTGOING_MESSAGE.BODY));
  }
}
