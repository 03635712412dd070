package channelcert.certification.run;

import channelcert.certification.evidence.EvidenceLog;
import channelcert.certification.verdict.Message;
import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which exchange belongs to which row. Most belong to the row during which they started. A
 * confirmation, or a repetition, belongs to the row of the message that it answers or repeats; a
 * message about a booking belongs to the row that claimed the booking last before it. So a late
 * message never confuses another row. A booking that nobody claimed, while the open row waits for
 * none, is set aside: it is recorded, and judged by no row.
 */
final class RowWindows {
  /** Where messages stand that no row waits for. */
  static final String ASIDE = "aside";

  private final List<Window> windows = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();

  /** A row, and the number of the exchange that was the last before it. */
  private record Window(String rowId, int after) {}

  /** A row that follows a booking from an exchange on. */
  private record Claim(String rowId, String booking, boolean whole, int after) {
    boolean isAbout(String id) {
      return whole ? id.equals(booking) : id.contains(booking);
    }
  }

  /** From now on exchanges belong to this row. */
  synchronized void open(String rowId, int lastNumber) {
    windows.add(new Window(rowId, lastNumber));
  }

  /**
   * From an exchange on, messages about the booking belong to the row.
   *
   * @param booking a part of its identifier that no other booking has
   * @param after number of the exchange before
   */
  synchronized void claim(String rowId, String booking, int after) {
    claims.add(new Claim(rowId, booking.toUpperCase(Locale.ROOT), false, after));
  }

  /** As {@link #claim}, for an identifier that the candidate chose: it counts as a whole. */
  synchronized void adopt(String rowId, String booking, int after) {
    claims.add(new Claim(rowId, booking.toUpperCase(Locale.ROOT), true, after));
  }

  /** Whether a row follows the booking. */
  synchronized boolean isClaimed(String booking) {
    String id = booking.toUpperCase(Locale.ROOT);
    return claims.stream().anyMatch(claim -> claim.isAbout(id));
  }

  /** The exchanges of a row among all of them, in order. */
  synchronized List<Message> of(String rowId, List<Message> all) {
    Map<String, String> rowOfMessageId = new HashMap<>();
    List<Message> mine = new ArrayList<>();
    for (Message message : all) {
      String row = rowOf(message, rowOfMessageId);
      String messageId = text(message.request(), "messageId");
      if (!messageId.isEmpty()) {
        rowOfMessageId.putIfAbsent(messageId, row);
      }
      if (row.equals(rowId)) {
        mine.add(message);
      }
    }
    return mine;
  }

  private String rowOf(Message message, Map<String, String> rowOfMessageId) {
    String related = text(message.request(), "relatedMessageId");
    if (rowOfMessageId.containsKey(related)) {
      return rowOfMessageId.get(related);
    }
    String repeated = text(message.request(), "messageId");
    if (rowOfMessageId.containsKey(repeated)) {
      return rowOfMessageId.get(repeated);
    }
    int number = EvidenceLog.numberOf(message.id());
    String booking = text(message.request(), "channelManagerId").toUpperCase(Locale.ROOT);
    for (Claim claim : claims.reversed()) {
      if (claim.isAbout(booking) && claim.after() < number) {
        return claim.rowId();
      }
    }
    for (Window window : windows.reversed()) {
      if (window.after() < number) {
        return isUnwanted(message, window.rowId()) ? ASIDE : window.rowId();
      }
    }
    throw new IllegalStateException(message.id() + " started before the run");
  }

  private boolean isUnwanted(Message message, String row) {
    return message.exchange().direction() == Direction.CANDIDATE_TO_MEWS
        && message.operation().equals("processGroup")
        && !text(message.request(), "channelManagerId").isEmpty()
        && claims.stream().noneMatch(claim -> claim.rowId().equals(row));
  }

  private static String text(JsonNode request, String field) {
    return request.path(field).asText("");
  }
}
