package channelcert.mews.inventory;

import channelcert.mews.property.ConnectionDetails;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The messages for what was marked on a lane at one moment. Lives in memory only: after a crash the
 * marks are still there and the messages are built again.
 */
final class Cycle {
  private final ConnectionDetails connection;
  private final List<Long> marks;
  private final List<List<InventoryItem>> messages;
  private int next;
  private @Nullable Awaited awaited;

  /** A confirmation that is waited for. */
  record Awaited(String messageId, Instant deadline, boolean expired) {}

  /**
   * Makes a cycle.
   *
   * @param marks the pending rows that it takes care of
   */
  Cycle(ConnectionDetails connection, List<Long> marks, List<List<InventoryItem>> messages) {
    this.connection = connection;
    this.marks = marks;
    this.messages = messages;
  }

  ConnectionDetails connection() {
    return connection;
  }

  List<Long> marks() {
    return marks;
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

  @Nullable Awaited awaited() {
    return awaited;
  }

  void await(String messageId, Instant deadline) {
    awaited = new Awaited(messageId, deadline, false);
  }

  void expire(Awaited over) {
    awaited = new Awaited(over.messageId(), over.deadline(), true);
  }

  void delivered() {
    awaited = null;
    next++;
  }

  /** What is not delivered yet. */
  List<InventoryItem> rest() {
    return messages.subList(next, messages.size()).stream().flatMap(List::stream).toList();
  }
}
