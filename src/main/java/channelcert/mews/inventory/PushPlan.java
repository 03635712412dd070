package channelcert.mews.inventory;

import channelcert.mews.inventory.PushStore.Mark;
import channelcert.mews.property.Access;
import channelcert.mews.property.ConnectionDetails;
import channelcert.mews.property.Property;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Plans cycles: which nights are due on a lane, and in which messages they leave. */
final class PushPlan {
  private final PushStore store;
  private final InventoryStore inventory;
  private final Clock clock;

  PushPlan(PushStore store, InventoryStore inventory, Clock clock) {
    this.store = store;
    this.inventory = inventory;
    this.clock = clock;
  }

  /**
   * The messages for marks that were read before the property and its values are, so that a change
   * in between is sent twice rather than never.
   */
  Cycle plan(Claim claim, List<Mark> marks, Access.Granted access) {
    Lane lane = claim.lane();
    ConnectionDetails connection = access.connection();
    LocalDate today = today(access.property());
    Map<InventoryKey, BitSet> nights = nights(marks, today, connection.horizonDays());
    nights.keySet().retainAll(receivedKeys(lane, connection));
    return new Cycle(
        claim,
        connection,
        marks.stream().map(Mark::id).toList(),
        marks.size() < PushStore.MOST_MARKS,
        nights.isEmpty() ? List.of() : messages(lane, access, today, nights));
  }

  LocalDate today(Property property) {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of(property.timeZone()));
  }

  private Set<InventoryKey> receivedKeys(Lane lane, ConnectionDetails connection) {
    return PushSender.address(connection, lane.kind()).isEmpty()
        ? Set.of()
        : store.synchronisedKeys(lane);
  }

  private List<List<InventoryItem>> messages(
      Lane lane, Access.Granted access, LocalDate today, Map<InventoryKey, BitSet> nights) {
    int first = nights.values().stream().mapToInt(each -> each.nextSetBit(0)).min().orElseThrow();
    int last = nights.values().stream().mapToInt(BitSet::length).max().orElseThrow() - 1;
    Set<String> categories =
        nights.keySet().stream().map(InventoryKey::spaceTypeCode).collect(Collectors.toSet());
    Map<InventoryKey, NightValues> values =
        inventory.values(
            access.property().id(),
            lane.kind(),
            categories,
            new Nights(today.plusDays(first), today.plusDays(last)));
    return new MessagePlanner(
            today, access.connection().chunkDays(), access.connection().maxItems())
        .plan(nights, values);
  }

  /** Numbers of the marked nights of each key, from today to the end of the horizon. */
  private static Map<InventoryKey, BitSet> nights(
      Collection<Mark> marks, LocalDate today, int horizonDays) {
    Map<InventoryKey, BitSet> nights = new HashMap<>();
    for (Mark mark : marks) {
      int from = number(today, mark.nights().first(), horizonDays);
      int to = number(today, mark.nights().last().plusDays(1), horizonDays);
      if (from < to) {
        nights.computeIfAbsent(mark.key(), key -> new BitSet()).set(from, to);
      }
    }
    return nights;
  }

  private static int number(LocalDate today, LocalDate night, int horizonDays) {
    return Math.clamp(ChronoUnit.DAYS.between(today, night), 0, horizonDays);
  }
}
