package channelcert.certification.catalogue.supplementary;

import static channelcert.certification.catalogue.CertificationTest.supplementary;
import static channelcert.certification.verdict.Basis.WIRE;
import static channelcert.certification.verdict.PushKind.PRICES;

import channelcert.certification.catalogue.CertificationTest;
import channelcert.certification.stage.OtherConnection;
import channelcert.certification.stage.Stage;
import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.Outcome;
import channelcert.certification.verdict.Probes;
import channelcert.certification.verdict.PushKind;
import channelcert.certification.verdict.Refusals;
import channelcert.certification.verdict.Selection;
import channelcert.contract.driver.MappedPair;
import channelcert.contract.driver.PushKindName;
import channelcert.exchange.Direction;
import channelcert.mews.inventory.InventoryKind;
import channelcert.mews.inventory.Nights;
import channelcert.mews.property.Property.Pair;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * SUP-5: a pair that is not sold is named with both codes; a kind that is switched off is refused.
 */
final class RefusedPairsAndKinds {
  private static final String RATE = "rate";
  private static final String SPACE = "space";
  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final int PAIR_ERROR = 11;
  private static final Selection PAIRS =
      Selection.pushes(PRICES).between("withholdPairs", "blockKinds");
  private static final Refusals REFUSED_PAIR = Refusals.of(PAIRS.first());

  private RefusedPairsAndKinds() {}

  static CertificationTest row() {
    CertificationTest.Builder row =
        supplementary("SUP-5", "supplementary/refused-pairs-and-kinds")
            .title("Pair not sold, kinds switched off")
            .scenario(
                "On a connection of its own, a pair is no longer sold and is pushed; then each"
                    + " kind is switched off at the candidate and pushed.")
            .step(RefusedPairsAndKinds::push)
            .expect(
                "pair-refused",
                "the pair is refused with code 11",
                WIRE,
                REFUSED_PAIR.refused().and(REFUSED_PAIR.errorIs(PAIR_ERROR)))
            .expect(
                "pair-rate",
                "the error names the rate plan of the pair",
                WIRE,
                REFUSED_PAIR.names("rateCode", RATE))
            .expect(
                "pair-category",
                "the error names the category of the pair",
                WIRE,
                REFUSED_PAIR.names("categoryCode", SPACE))
            .expect(
                "rest-accepted",
                "the rest is accepted without the pair",
                WIRE,
                Outcome.accepted(PAIRS.afterFirst()));
    int code = 12;
    for (PushKind kind : PushKind.values()) {
      expectOff(row, kind, code++);
    }
    return row.build();
  }

  private static void expectOff(CertificationTest.Builder row, PushKind kind, int code) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    Selection pushes = Selection.pushes(kind).between("blockKinds", "readErrorLog");
    Refusals refusals = Refusals.of(pushes.first());
    Check refused = refusals.refused().and(refusals.errorIs(code));
    row.expect(
            name + "-off",
            "a switched-off push of " + name + " is refused with code " + code,
            WIRE,
            refused)
        .expect(
            name + "-silent",
            "Mews stops pushing " + name,
            WIRE,
            Probes.silent(pushes.afterFirst(), refused));
  }

  private static void push(Stage stage) throws InterruptedException {
    Messages messages = new Messages(stage);
    Pair pair = messages.pair();
    stage.note(RATE, pair.ratePlanCode());
    stage.note(SPACE, pair.spaceTypeCode());
    Nights nights = messages.nights(3);
    try (OtherConnection other = stage.connectAnother()) {
      other.mews().enable(EnumSet.allOf(InventoryKind.class));
      other.mews().discardPending();
      other
          .driver()
          .withholdPairs(List.of(new MappedPair(pair.ratePlanCode(), pair.spaceTypeCode())));
      other.mews().requestFullUpdate(nights, Set.of(InventoryKind.PRICES));
      other.mews().awaitDelivered();
      other.mews().discardPending();
      for (PushKind kind : PushKind.values()) {
        pushBlocked(stage, other, kind, nights);
      }
      other.driver().blockKinds(List.of());
      other.driver().withholdPairs(List.of());
    }
  }

  private static void pushBlocked(Stage stage, OtherConnection other, PushKind kind, Nights nights)
      throws InterruptedException {
    other.driver().blockKinds(List.of(PushKindName.valueOf(kind.name())));
    String order = stage.messages().getLast().id();
    Set<InventoryKind> kinds = Set.of(InventoryKind.valueOf(kind.name()));
    other.mews().requestFullUpdate(nights, kinds);
    stage.awaitExchange(
        Direction.MEWS_TO_CANDIDATE,
        kind.operation(),
        request ->
            stage.messages().stream()
                .anyMatch(
                    each ->
                        each.operation().equals(kind.operation())
                            && Selection.isLater(each, order)));
    other.mews().awaitDelivered(MOMENT);
    other.mews().requestFullUpdate(nights, kinds);
    other.mews().awaitDelivered(MOMENT);
    other.mews().discardPending();
  }
}
