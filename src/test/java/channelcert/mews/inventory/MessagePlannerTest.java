package channelcert.mews.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessagePlannerTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 1, 1);
  private static final InventoryKey DOUBLE = InventoryKey.category("DBL");
  private static final InventoryKey SINGLE = InventoryKey.category("SGL");

  @Test
  void unitesEqualNeighboursIntoTheFewestIntervals() {
    NightValues values = new NightValues(night -> "5");
    values.set(TODAY.plusDays(2), "4");
    values.set(TODAY.plusDays(3), "4");

    assertThat(plan(new MessagePlanner(TODAY, 365, 100), 0, 6, values))
        .containsExactly(List.of(item(0, 1, "5"), item(2, 3, "4"), item(4, 5, "5")));
  }

  @Test
  void aYearFromTheFirstOfJanuaryEndsOnTheLastOfDecember() {
    assertThat(plan(new MessagePlanner(TODAY, 365, 100), 0, 365, new NightValues(night -> "5")))
        .containsExactly(
            List.of(new InventoryItem(DOUBLE, new Nights(TODAY, LocalDate.of(2027, 12, 31)), "5")));
  }

  @Test
  void doesNotBridgeNightsThatAreNotMarked() {
    BitSet nights = new BitSet();
    nights.set(1);
    nights.set(3);

    assertThat(
            new MessagePlanner(TODAY, 365, 100)
                .plan(Map.of(DOUBLE, nights), Map.of(DOUBLE, new NightValues(night -> "5"))))
        .containsExactly(List.of(item(1, 1, "5"), item(3, 3, "5")));
  }

  @Test
  void cutsIntervalsAndMessagesAfterTheNightsOfAChunk() {
    assertThat(plan(new MessagePlanner(TODAY, 7, 100), 3, 19, new NightValues(night -> "5")))
        .containsExactly(
            List.of(item(3, 9, "5")), List.of(item(10, 16, "5")), List.of(item(17, 18, "5")));
  }

  @Test
  void startsANewMessageAfterTheMostItems() {
    NightValues values = new NightValues(night -> Integer.toString(night.getDayOfMonth()));

    assertThat(plan(new MessagePlanner(TODAY, 365, 2), 0, 5, values))
        .containsExactly(
            List.of(item(0, 0, "1"), item(1, 1, "2")),
            List.of(item(2, 2, "3"), item(3, 3, "4")),
            List.of(item(4, 4, "5")));
  }

  @Test
  void leavesOutNightsWithoutAValue() {
    BitSet night = new BitSet();
    night.set(0, 2);

    assertThat(
            new MessagePlanner(TODAY, 365, 100)
                .plan(
                    Map.of(DOUBLE, night, SINGLE, night),
                    Map.of(
                        DOUBLE, new NightValues(each -> null),
                        SINGLE, new NightValues(each -> "2"))))
        .containsExactly(
            List.of(new InventoryItem(SINGLE, new Nights(TODAY, TODAY.plusDays(1)), "2")));
  }

  private static List<List<InventoryItem>> plan(
      MessagePlanner planner, int from, int to, NightValues values) {
    BitSet nights = new BitSet();
    nights.set(from, to);
    return planner.plan(Map.of(DOUBLE, nights), Map.of(DOUBLE, values));
  }

  private static InventoryItem item(int from, int to, String value) {
    return new InventoryItem(DOUBLE, new Nights(TODAY.plusDays(from), TODAY.plusDays(to)), value);
  }
}
