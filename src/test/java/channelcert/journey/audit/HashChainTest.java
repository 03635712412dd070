package channelcert.journey.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HashChainTest {
  private static final Instant AT = Instant.parse("2027-01-01T00:00:00Z");

  @Test
  void anUntouchedChainHolds() {
    assertThat(HashChain.holds(List.of())).isTrue();
    assertThat(HashChain.holds(chain(3))).isTrue();
  }

  @Test
  void aChangedDroppedAddedOrMovedEntryIsFound() {
    List<AuditEntry> changed = chain(3);
    AuditEntry second = changed.get(1);
    changed.set(
        1,
        new AuditEntry(
            "c",
            second.number(),
            AT,
            "p",
            second.action(),
            "{\"a\":2}",
            second.previousHash(),
            second.hash()));
    assertThat(HashChain.holds(changed)).isFalse();
    List<AuditEntry> dropped = chain(3);
    dropped.remove(1);
    assertThat(HashChain.holds(dropped)).isFalse();
    List<AuditEntry> moved = chain(3);
    moved.add(0, moved.remove(1));
    assertThat(HashChain.holds(moved)).isFalse();
    List<AuditEntry> added = chain(3);
    added.add(entry(3, HashChain.START));
    assertThat(HashChain.holds(added)).isFalse();
  }

  @Test
  void valuesDoNotRunIntoEachOther() {
    assertThat(HashChain.hash(HashChain.START, "c", 1, AT, "p", "ab", "c"))
        .isNotEqualTo(HashChain.hash(HashChain.START, "c", 1, AT, "p", "a", "bc"));
  }

  private static List<AuditEntry> chain(int length) {
    List<AuditEntry> entries = new ArrayList<>();
    String previous = HashChain.START;
    for (int number = 1; number <= length; number++) {
      AuditEntry entry = entry(number, previous);
      entries.add(entry);
      previous = entry.hash();
    }
    return entries;
  }

  private static AuditEntry entry(int number, String previous) {
    String content = "{\"a\":1}";
    return new AuditEntry(
        "c",
        number,
        AT,
        "p",
        "act",
        content,
        previous,
        HashChain.hash(previous, "c", number, AT, "p", "act", content));
  }
}
