package channelcert.certification.record;

import channelcert.certification.evidence.EvidenceLog;
import channelcert.certification.verdict.Message;
import channelcert.certification.verdict.PropertyFacts;
import channelcert.exchange.Direction;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Which exchange belongs to which row. Most belong to the row during which they started. A
 * confirmation, or a repetition, belongs to the row of the message that it answers or repeats; a
 * message about a booking belongs to the row that claimed the booking last before it. So a late
 * message never confuses another row. A booking that nobody claimed, while the open row waits for
 * none, is set aside: it is recorded, and judged by no row.
 */
public final class RowWindows {
  /** Where the exchanges stand that were recorded before the run began. */
  public static final String PREFLIGHT = "preflight";

  /** Where messages stand that no row waits for. */
  public static final String ASIDE = "aside";

  /** Where the exchanges stand of a row that was broken off and is run again. */
  public static final String CUT_OFF = "cut-off";

  private final List<Window> windows = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final Map<String, Integer> tries = new HashMap<>();
  private final Consumer<RunEvent> keep;

  /**
   * Knows no row yet.
   *
   * @param keep takes everything that decides before it counts
   */
  RowWindows(Consumer<RunEvent> keep) {
    this.keep = keep;
  }

  /** A row, and the number of the exchange that was the last before it. */
  private record Window(String rowId, int after) {
    Window cutOff() {
      return new Window(CUT_OFF, after);
    }
  }

  /** A row that follows a booking from an exchange on. */
  private record Claim(String rowId, String booking, boolean whole, int after) {
    Claim cutOff() {
      return new Claim(CUT_OFF, booking, whole, after);
    }

    boolean isAbout(String id) {
      return whole ? id.equals(booking) : id.contains(booking);
    }
  }

  /** From now on exchanges belong to this row. */
  public synchronized void open(String rowId, int lastNumber) {
    RunEvent.Opened opened = new RunEvent.Opened(rowId, lastNumber);
    keep.accept(opened);
    add(opened);
  }

  /**
   * From an exchange on, messages about the booking belong to the row.
   *
   * @param booking a part of its identifier that no other booking has
   * @param after number of the exchange before
   */
  public synchronized void claim(String rowId, String booking, int after) {
    claim(new RunEvent.Claimed(rowId, booking, false, after));
  }

  /** As {@link #claim}, for an identifier that the candidate chose: it counts as a whole. */
  public synchronized void adopt(String rowId, String booking, int after) {
    claim(new RunEvent.Claimed(rowId, booking, true, after));
  }

  private void claim(RunEvent.Claimed claimed) {
    keep.accept(claimed);
    add(claimed);
  }

  synchronized void add(RunEvent.Opened opened) {
    windows.add(new Window(opened.row(), opened.after()));
  }

  synchronized void add(RunEvent.Claimed claimed) {
    String booking = claimed.booking().toUpperCase(Locale.ROOT);
    claims.add(new Claim(claimed.row(), booking, claimed.whole(), claimed.after()));
  }

  /** What the rows left that were under way belongs to none of them: they are run again. */
  synchronized void cutOff(Set<String> endedRows, int lastNumber) {
    windows.stream()
        .map(Window::rowId)
        .distinct()
        .filter(row -> !isKept(row, endedRows))
        .forEach(row -> tries.merge(row, 1, Integer::sum));
    windows.replaceAll(each -> isKept(each.rowId(), endedRows) ? each : each.cutOff());
    claims.replaceAll(each -> endedRows.contains(each.rowId()) ? each : each.cutOff());
    windows.add(new Window(CUT_OFF, lastNumber));
  }

  synchronized int lastNumber() {
    return Stream.concat(windows.stream().map(Window::after), claims.stream().map(Claim::after))
        .max(Integer::compare)
        .orElse(0);
  }

  /** How often the row was broken off. */
  public synchronized int brokenOff(String rowId) {
    return tries.getOrDefault(rowId, 0);
  }

  private static boolean isKept(String row, Set<String> ended) {
    return ended.contains(row) || row.equals(PREFLIGHT) || row.equals(PropertyFacts.SET_UP);
  }

  /** Whether a row follows the booking. */
  public synchronized boolean isClaimed(String booking) {
    String id = booking.toUpperCase(Locale.ROOT);
    return claims.stream().anyMatch(claim -> claim.isAbout(id));
  }

  /** The exchanges of a row among all of them, in order. */
  public synchronized List<Message> of(String rowId, List<Message> all) {
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
