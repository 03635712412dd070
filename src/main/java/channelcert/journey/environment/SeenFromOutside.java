package channelcert.journey.environment;

import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.Environment;
import channelcert.journey.cases.Observed;
import channelcert.journey.cases.Observer;
import channelcert.journey.run.Executed;
import channelcert.mews.MewsControl;
import channelcert.mews.inventory.InventoryKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at the Mews side, the wire, the runs and the file of a case. */
public final class SeenFromOutside implements Observer {
  private static final Set<InventoryKind> ALL = EnumSet.allOf(InventoryKind.class);

  private final ConnectionStore connections;
  private final MappingStore mappings;
  private final MewsControl mews;
  private final Executed executed;
  private final FileGaps file;

  public SeenFromOutside(
      ConnectionStore connections,
      MappingStore mappings,
      MewsControl mews,
      Executed executed,
      FileGaps file) {
    this.connections = connections;
    this.mappings = mappings;
    this.mews = mews;
    this.executed = executed;
    this.file = file;
  }

  @Override
  public Observed of(CertificationCase found) {
    List<CaseConnection> test = connections.of(found.id(), Environment.TEST);
    List<CaseConnection> live = connections.of(found.id(), Environment.PRODUCTION);
    MappingCover cover =
        MappingCover.of(
            test.stream()
                .map(each -> mappings.of(found.id(), each.number()))
                .flatMap(Optional::stream)
                .toList());
    return new Observed(
        all(test, Sight.PROPERTIES),
        all(test, Sight.CONFIGURATION),
        cover.unmapped(),
        cover.categories().size(),
        cover.rates().size(),
        !test.isEmpty() && test.stream().allMatch(this::isEnabled),
        executed.passed(found),
        executed.executed(found),
        executed.passedInCall(found),
        file.of(found),
        any(live, Sight.INVENTORY_ACCEPTED),
        any(live, Sight.BOOKING_CONFIRMED));
  }

  private boolean all(List<CaseConnection> some, Sight sight) {
    return !some.isEmpty()
        && some.stream().allMatch(each -> connections.sights(each).contains(sight));
  }

  private boolean any(List<CaseConnection> some, Sight sight) {
    return some.stream().anyMatch(each -> connections.sights(each).contains(sight));
  }

  private boolean isEnabled(CaseConnection connection) {
    return mews.connection(connection.connectionToken())
        .filter(each -> each.active() && each.enabledKinds().containsAll(ALL))
        .isPresent();
  }
}
