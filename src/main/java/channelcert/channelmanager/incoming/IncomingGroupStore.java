package channelcert.channelmanager.incoming;

import static channelcert.store.channelmanager.Tables.BOOKED_RESERVATION;
import static channelcert.store.channelmanager.Tables.BOOKING;
import static channelcert.store.channelmanager.Tables.INCOMING_GROUP;
import static channelcert.store.channelmanager.Tables.INCOMING_RESERVATION;

import channelcert.channelmanager.incoming.StoredGroup.StoredLine;
import channelcert.channelmanager.reservation.BookingStatus;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Bookings that Mews made or changed, inside one transaction. */
final class IncomingGroupStore {
  private static final String PREFIX = "MEWS-";

  /** By our code when Mews knows it, otherwise by its numbers of the reservations. */
  Optional<StoredGroup> find(DSLContext dsl, long connectionId, GroupMessage message) {
    String reference = message.reference();
    if (reference != null) {
      Optional<StoredGroup> coded = byReference(dsl, connectionId, reference);
      if (coded.isPresent()) {
        return coded;
      }
    }
    return dsl.selectDistinct(INCOMING_RESERVATION.REFERENCE)
        .from(INCOMING_RESERVATION)
        .where(INCOMING_RESERVATION.CONNECTION_ID.eq(connectionId))
        .and(INCOMING_RESERVATION.CONFIRMATION_NUMBER.in(message.numbers()))
        .limit(1)
        .fetchOptional(INCOMING_RESERVATION.REFERENCE)
        .flatMap(found -> byReference(dsl, connectionId, found));
  }

  private Optional<StoredGroup> byReference(DSLContext dsl, long connectionId, String reference) {
    boolean own =
        dsl.fetchExists(
            BOOKING, BOOKING.CONNECTION_ID.eq(connectionId).and(BOOKING.REFERENCE.eq(reference)));
    String content =
        dsl.select(INCOMING_GROUP.CONTENT)
            .from(INCOMING_GROUP)
            .where(INCOMING_GROUP.CONNECTION_ID.eq(connectionId))
            .and(INCOMING_GROUP.REFERENCE.eq(reference))
            .fetchOne(INCOMING_GROUP.CONTENT);
    if (content == null && !own) {
      return Optional.empty();
    }
    List<StoredLine> lines =
        own ? ownLines(dsl, connectionId, reference) : foreignLines(dsl, connectionId, reference);
    boolean cancelled = lines.stream().allMatch(StoredLine::cancelled);
    return Optional.of(
        new StoredGroup(reference, own, cancelled, lines, content == null ? "{}" : content));
  }

  private static List<StoredLine> foreignLines(
      DSLContext dsl, long connectionId, String reference) {
    return dsl.selectFrom(INCOMING_RESERVATION)
        .where(INCOMING_RESERVATION.CONNECTION_ID.eq(connectionId))
        .and(INCOMING_RESERVATION.REFERENCE.eq(reference))
        .orderBy(INCOMING_RESERVATION.CODE)
        .fetch(
            row -> new StoredLine(row.getConfirmationNumber(), row.getCode(), row.getCancelled()));
  }

  /** Reservations of a booking that was made here, as far as Mews has confirmed them. */
  private static List<StoredLine> ownLines(DSLContext dsl, long connectionId, String reference) {
    return dsl.selectFrom(BOOKED_RESERVATION)
        .where(BOOKED_RESERVATION.CONNECTION_ID.eq(connectionId))
        .and(BOOKED_RESERVATION.REFERENCE.eq(reference))
        .and(BOOKED_RESERVATION.CONFIRMATION_NUMBER.isNotNull())
        .orderBy(BOOKED_RESERVATION.CODE)
        .fetch(
            row ->
                new StoredLine(
                    Objects.requireNonNull(row.getConfirmationNumber()),
                    row.getCode(),
                    row.getCancelled()));
  }

  /** Stores the definition; what it does not list is cancelled. */
  StoredGroup store(
      DSLContext dsl, long connectionId, Optional<StoredGroup> known, GroupMessage message) {
    String reference =
        known
            .map(StoredGroup::reference)
            .orElseGet(() -> PREFIX + message.reservations().getFirst().number());
    boolean own = known.map(StoredGroup::own).orElse(false);
    List<StoredLine> lines =
        merged(known.map(StoredGroup::reservations).orElse(List.of()), message);
    boolean cancelled = lines.stream().allMatch(StoredLine::cancelled);
    dsl.insertInto(INCOMING_GROUP)
        .values(connectionId, reference, cancelled, message.content())
        .onConflict(INCOMING_GROUP.CONNECTION_ID, INCOMING_GROUP.REFERENCE)
        .doUpdate()
        .set(INCOMING_GROUP.CANCELLED, cancelled)
        .set(INCOMING_GROUP.CONTENT, message.content())
        .execute();
    if (own) {
      changeOwn(dsl, connectionId, reference, lines, cancelled);
    } else {
      lines.forEach(line -> storeLine(dsl, connectionId, reference, line));
    }
    return new StoredGroup(reference, own, cancelled, lines, message.content());
  }

  private static List<StoredLine> merged(List<StoredLine> known, GroupMessage message) {
    Map<String, StoredLine> lines = new LinkedHashMap<>();
    Set<String> codes = new HashSet<>();
    for (StoredLine line : known) {
      lines.put(line.number(), new StoredLine(line.number(), line.code(), true));
      codes.add(line.code());
    }
    for (GroupMessage.Line line : message.reservations()) {
      StoredLine old = lines.get(line.number());
      String code = old == null ? free(codes, line.code()) : old.code();
      codes.add(code);
      lines.put(line.number(), new StoredLine(line.number(), code, line.cancelled()));
    }
    return List.copyOf(lines.values());
  }

  private static String free(Set<String> codes, @Nullable String wanted) {
    if (wanted != null && !codes.contains(wanted)) {
      return wanted;
    }
    int number = codes.size() + 1;
    String code = String.format(Locale.ROOT, "%02d", number);
    while (codes.contains(code)) {
      number++;
      code = String.format(Locale.ROOT, "%02d", number);
    }
    return code;
  }

  private static void storeLine(
      DSLContext dsl, long connectionId, String reference, StoredLine line) {
    dsl.insertInto(INCOMING_RESERVATION)
        .values(connectionId, line.number(), reference, line.code(), line.cancelled())
        .onConflict(INCOMING_RESERVATION.CONNECTION_ID, INCOMING_RESERVATION.CONFIRMATION_NUMBER)
        .doUpdate()
        .set(INCOMING_RESERVATION.CANCELLED, line.cancelled())
        .execute();
  }

  private static void changeOwn(
      DSLContext dsl,
      long connectionId,
      String reference,
      List<StoredLine> lines,
      boolean cancelled) {
    for (StoredLine line : lines) {
      dsl.update(BOOKED_RESERVATION)
          .set(BOOKED_RESERVATION.CANCELLED, line.cancelled())
          .where(BOOKED_RESERVATION.CONNECTION_ID.eq(connectionId))
          .and(BOOKED_RESERVATION.REFERENCE.eq(reference))
          .and(BOOKED_RESERVATION.CODE.eq(line.code()))
          .execute();
    }
    dsl.update(BOOKING)
        .set(BOOKING.STATUS, (cancelled ? BookingStatus.CANCELLED : BookingStatus.CONFIRMED).name())
        .where(BOOKING.CONNECTION_ID.eq(connectionId))
        .and(BOOKING.REFERENCE.eq(reference))
        .execute();
  }

  /** A booking about which Mews sent something. */
  Optional<StoredGroup> sent(DSLContext dsl, long connectionId, String reference) {
    return dsl.fetchExists(
            INCOMING_GROUP,
            INCOMING_GROUP
                .CONNECTION_ID
                .eq(connectionId)
                .and(INCOMING_GROUP.REFERENCE.eq(reference)))
        ? byReference(dsl, connectionId, reference)
        : Optional.empty();
  }

  /** Every booking about which Mews sent something, in the order of the references. */
  List<StoredGroup> list(DSLContext dsl, long connectionId) {
    return dsl
        .select(INCOMING_GROUP.REFERENCE)
        .from(INCOMING_GROUP)
        .where(INCOMING_GROUP.CONNECTION_ID.eq(connectionId))
        .orderBy(INCOMING_GROUP.REFERENCE)
        .fetch(INCOMING_GROUP.REFERENCE)
        .stream()
        .flatMap(reference -> byReference(dsl, connectionId, reference).stream())
        .toList();
  }
}
