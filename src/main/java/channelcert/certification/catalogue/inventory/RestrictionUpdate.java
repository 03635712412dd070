package channelcert.certification.catalogue.inventory;

import static channelcert.certification.catalogue.CertificationTest.test;
import static channelcert.certification.verdict.Basis.READ_BACK;
import static channelcert.certification.verdict.Basis.WIRE;
import static channelcert.certification.verdict.PushKind.RESTRICTIONS;

import channelcert.certification.catalogue.Area;
import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Cover;
import channelcert.certification.verdict.Outcome;
import channelcert.certification.verdict.ReadBack;
import channelcert.certification.verdict.Selection;
import channelcert.certification.verdict.Transport;
import channelcert.mews.inventory.Nights;
import channelcert.mews.inventory.RestrictionChange;
import channelcert.mews.property.Property.Pair;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * INV-4: six of the published use cases (domain reference 7.8)
 * on dates of their own for every pair, then one of them cleared again.
 */
public final class RestrictionUpdate {
  private static final Selection PUSHES = Selection.pushes(RESTRICTIONS);
  private static final List<Integer> OPEN = List.of(1);
  private static final int CASES = 6;
  private static final int NIGHTS_A_CASE = 3;

  private RestrictionUpdate() {}

  public static CertificationTest row() {
    return test("INV-4", "inventory/restrictions")
        .title("Restriction update")
        .scenario(
            "Mews pushes closed nights, closed arrivals and departures and lengths of stay for"
                + " every mapped pair, then opens one of the intervals again.")
        .needs(Area.RESTRICTIONS)
        .step(RestrictionUpdate::pushClearAndReadBack)
        .expect("transport", "every answer has the published form", WIRE, Transport.holds(PUSHES))
        .expect("accepted", "every push is accepted", WIRE, Outcome.accepted(PUSHES))
        .expect(
            "confirmed",
            "what was accepted for later is confirmed once",
            WIRE,
            Outcome.confirmed(PUSHES))
        .expect(
            "cover",
            "at least five categories and five rates are mapped",
            READ_BACK,
            Cover.fiveCategoriesAndRates())
        .expect(
            "all-pairs", "every pair is in the push", WIRE, Cover.everythingPushed(RESTRICTIONS))
        .expect(
            "read-back",
            "the extranet shows the pushed restriction of every night, cleared nights are open",
            READ_BACK,
            ReadBack.restrictions())
        .build();
  }

  private static void pushClearAndReadBack(Stage stage) throws InterruptedException {
    Chance chance = new Chance(stage.random());
    LocalDate first = stage.today().plusDays(chance.between(2, 40));
    List<RestrictionChange> set = new ArrayList<>();
    List<RestrictionChange> cleared = new ArrayList<>();
    for (Pair pair : stage.mews().pairs()) {
      List<RestrictionChange> cases = cases(pair, first, chance);
      set.addAll(cases);
      RestrictionChange one = cases.get(chance.between(1, CASES - 1));
      cleared.add(change(pair, one.nights(), OPEN, null, null));
    }
    stage.mews().changeRestrictions(set);
    PushSteps.deliver(stage);
    stage.mews().changeRestrictions(cleared);
    PushSteps.deliver(stage);
    Nights nights = Nights.of(first, CASES * (NIGHTS_A_CASE + 1));
    ExtranetLook.at(nights).of(RESTRICTIONS).completely().look(stage);
  }

  /** One interval for each case, a night between them left as it was. */
  private static List<RestrictionChange> cases(Pair pair, LocalDate first, Chance chance) {
    int shortest = chance.between(2, 9);
    int longest = shortest + chance.between(3, 9);
    return List.of(
        change(pair, nights(first, 0, chance), OPEN, null, null),
        change(pair, nights(first, 1, chance), List.of(2, 8), null, null),
        change(pair, nights(first, 2, chance), List.of(2, 6), null, null),
        change(pair, nights(first, 3, chance), List.of(2, 7), null, null),
        change(pair, nights(first, 4, chance), OPEN, shortest, longest),
        change(pair, nights(first, 5, chance), List.of(2, 6), shortest + 1, longest + 1));
  }

  private static Nights nights(LocalDate first, int number, Chance chance) {
    return Nights.of(
        first.plusDays((long) number * (NIGHTS_A_CASE + 1)), chance.between(2, NIGHTS_A_CASE));
  }

  private static RestrictionChange change(
      Pair pair,
      Nights nights,
      List<Integer> states,
      @org.jspecify.annotations.Nullable Integer minLos,
      @org.jspecify.annotations.Nullable Integer maxLos) {
    return new RestrictionChange(
        pair.ratePlanCode(), pair.spaceTypeCode(), nights, states, minLos, maxLos);
  }
}
