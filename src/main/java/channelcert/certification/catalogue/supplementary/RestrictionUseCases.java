package channelcert.certification.catalogue.supplementary;

import static channelcert.certification.catalogue.CertificationTest.supplementary;
import static channelcert.certification.verdict.Basis.READ_BACK;
import static channelcert.certification.verdict.Basis.WIRE;
import static channelcert.certification.verdict.PushKind.RESTRICTIONS;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.BookableStays;
import channelcert.certification.verdict.Outcome;
import channelcert.certification.verdict.Selection;
import channelcert.contract.driver.AskedStay;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.Nights;
import channelcert.mews.inventory.RestrictionChange;
import channelcert.mews.property.Property.Pair;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** SUP-7: the twelve forms of restrictions that Mews sends, and which stays they allow. */
final class RestrictionUseCases {
  private static final int NIGHTS = 7;
  private static final int APART = 21;
  private static final List<Integer> LENGTHS = List.of(1, 2, 3, 4, 7, 11);

  /**
   * A documented use case.
   *
   * @param id words for the expectation
   * @param states published codes
   * @param least shortest stay, 0 for none
   * @param most longest stay, 0 for none
   */
  private record UseCase(String id, String meaning, List<Integer> states, int least, int most) {}

  private static final List<UseCase> USE_CASES =
      List.of(
          new UseCase("removed", "nothing is restricted", List.of(1), 0, 0),
          new UseCase("stay", "closed to stay", List.of(2, 8), 0, 0),
          new UseCase("arrival", "closed to arrival", List.of(2, 6), 0, 0),
          new UseCase("departure", "closed to departure", List.of(2, 7), 0, 0),
          new UseCase("stay-and-arrival", "closed to stay and arrival", List.of(2, 8, 6), 0, 0),
          new UseCase("stay-and-departure", "closed to stay and departure", List.of(2, 8, 7), 0, 0),
          new UseCase("stay-unless", "closed to stay unless 2 to 10 nights", List.of(1), 2, 10),
          new UseCase(
              "arrival-unless", "closed to arrival unless 2 to 10 nights", List.of(1), 2, 10),
          new UseCase(
              "departure-unless", "closed to departure unless 2 to 10 nights", List.of(1), 2, 10),
          new UseCase("arrival-if", "closed to arrival if 3 to 7 nights", List.of(2, 6), 3, 7),
          new UseCase("stay-if", "closed to stay if 3 to 7 nights", List.of(2, 8), 3, 7),
          new UseCase("departure-if", "closed to departure if 3 to 7 nights", List.of(2, 7), 3, 7));

  private RestrictionUseCases() {}

  static CertificationTest row() {
    CertificationTest.Builder row =
        supplementary("SUP-7", "supplementary/restriction-use-cases")
            .title("All use cases of restrictions, and what can be booked")
            .scenario(
                "Mews pushes each of the twelve documented restrictions for a week of its own; the"
                    + " candidate says which stays around it could be booked.")
            .step(RestrictionUseCases::push)
            .expect(
                "accepted",
                "every push is accepted",
                WIRE,
                Outcome.accepted(Selection.pushes(RESTRICTIONS)));
    for (UseCase each : USE_CASES) {
      row.expect(
          each.id(),
          "stays are bookable as allowed: " + each.meaning(),
          READ_BACK,
          BookableStays.asRestricted(each.id()));
    }
    return row.build();
  }

  private static void push(Stage stage) throws InterruptedException {
    Pair pair = stage.mews().pairs().get(stage.random().nextInt(stage.mews().pairs().size()));
    stage.note("rate", pair.ratePlanCode());
    stage.note("space", pair.spaceTypeCode());
    LocalDate start = stage.today().plusDays(stage.random().nextInt(20, 60));
    Nights all = Nights.of(start.minusDays(10), USE_CASES.size() * APART + 20);
    List<RestrictionChange> changes = new ArrayList<>();
    changes.add(change(pair, all, USE_CASES.getFirst()));
    for (int i = 0; i < USE_CASES.size(); i++) {
      Nights week = Nights.of(start.plusDays((long) i * APART), NIGHTS);
      changes.add(change(pair, week, USE_CASES.get(i)));
      stage.note(USE_CASES.get(i).id() + ".from", week.first().minusDays(3).toString());
      stage.note(USE_CASES.get(i).id() + ".to", week.last().plusDays(1).toString());
    }
    stage.mews().changeRestrictions(changes);
    stage.mews().requestFullUpdate(all, Set.of(InventoryKind.RESTRICTIONS));
    stage.mews().awaitDelivered();
    for (int i = 0; i < USE_CASES.size(); i++) {
      ask(stage, pair, start.plusDays((long) i * APART));
    }
  }

  private static void ask(Stage stage, Pair pair, LocalDate first) {
    List<AskedStay> stays = new ArrayList<>();
    for (int offset = -3; offset <= NIGHTS; offset++) {
      LocalDate arrival = first.plusDays(offset);
      LENGTHS.forEach(length -> stays.add(new AskedStay(arrival, arrival.plusDays(length))));
    }
    stage.driver().readBookability(pair.ratePlanCode(), pair.spaceTypeCode(), stays);
  }

  private static RestrictionChange change(Pair pair, Nights nights, UseCase useCase) {
    return new RestrictionChange(
        pair.ratePlanCode(),
        pair.spaceTypeCode(),
        nights,
        useCase.states(),
        useCase.least() == 0 ? null : useCase.least(),
        useCase.most() == 0 ? null : useCase.most());
  }
}
