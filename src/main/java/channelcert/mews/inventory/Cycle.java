package channelcert.mews.inventory;

import channelcert.mews.inventory.PushStore.Mark;
import channelcert.mews.property.ConnectionDetails;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The messages for what was marked on a lane at one moment. Lives in memory only: after a crash the
 * marks are still there and the messages are built again.
 */
final class Cycle {
  private final Claim claim;
  private final ConnectionDetails connection;
  private final List<Long> marks;
  private final boolean tookAll;
  private final List<List<InventoryItem>> messages;
  private final List<Sent> sent = new ArrayList<>();
  private int next;
  private volatile boolean cancelled;

  /**
   * Makes a cycle.
   *
   * @param marks the pending rows that it takes care of
   * @param tookAll whether these are all that were marked when the lane was claimed
   */
  Cycle(
      Claim claim,
      ConnectionDetails connection,
      List<Long> marks,
      boolean tookAll,
      List<List<InventoryItem>> messages) {
    this.claim = claim;
    this.connection = connection;
    this.marks = marks;
    this.tookAll = tookAll;
    this.messages = messages;
  }

  Claim claim() {
    return claim;
  }

  ConnectionDetails connection() {
    return connection;
  }

  List<Long> marks() {
    return marks;
  }

  boolean tookAll() {
    return tookAll;
  }

  boolean isDone() {
    return next == messages.size();
  }

  List<InventoryItem> message() {
    return messages.get(next);
  }

  Collection<InventoryKey> keys() {
    return message().stream().map(InventoryItem::key).collect(Collectors.toSet());
  }

  /** Takes note of what came of a message at once. */
  void answered(Sent answer) {
    sent.add(answer);
  }

  /** What came of its messages so far. */
  List<Sent> sent() {
    return sent;
  }

  /** The message in hand needs no further attempt. */
  void taken() {
    next++;
  }

  /** Ends it before its next message; what is left of it stays marked. */
  void cancel() {
    cancelled = true;
  }

  boolean isCancelled() {
    return cancelled;
  }

  /** What is not delivered yet, as marks: one per key and interval without a gap. */
  List<Mark> restMarks() {
    return asMarks(messages.subList(next, messages.size()).stream().flatMap(List::stream).toList());
  }

  /** The message before the one in hand, as marks. */
  List<Mark> messageMarks() {
    return asMarks(messages.get(next - 1));
  }

  /** Everything that has left, whatever came of it. */
  List<InventoryItem> left() {
    int count = Math.min(messages.size(), sent.size());
    return messages.subList(0, count).stream().flatMap(List::stream).toList();
  }

  private static List<Mark> asMarks(Collection<InventoryItem> items) {
    Map<InventoryKey, List<Nights>> nights =
        items.stream()
            .collect(
                Collectors.groupingBy(
                    InventoryItem::key,
                    Collectors.mapping(InventoryItem::nights, Collectors.toList())));
    List<Mark> marks = new ArrayList<>();
    nights.forEach(
        (key, each) -> Nights.united(each).forEach(run -> marks.add(new Mark(0, key, run))));
    return marks;
  }
}
