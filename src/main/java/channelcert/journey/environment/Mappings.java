package channelcert.journey.environment;

import channelcert.http.Json;
import channelcert.journey.cases.CaseDesk;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.Environment;
import channelcert.journey.cases.StepRefused;
import channelcert.journey.environment.MappingStore.Kept;
import channelcert.journey.people.Person;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the test connections of a case sell, and what the partner declares as mapped. */
public final class Mappings {
  private static final Kept NOTHING = new Kept(null, null, null, null);

  private final ConnectionStore connections;
  private final MappingStore store;
  private final CaseDesk desk;

  public Mappings(ConnectionStore connections, MappingStore store, CaseDesk desk) {
    this.connections = connections;
    this.store = store;
    this.desk = desk;
  }

  /**
   * The mapping of a test connection.
   *
   * @param spaceTypeCode the category that it is for; absent for a connection of everything
   * @param sold pairs as Get configuration answered them last, each RATE/CATEGORY
   * @param declared pairs declared as mapped
   * @param missing sold pairs that are not declared
   */
  public record Mapped(
      int number,
      @Nullable String spaceTypeCode,
      List<String> sold,
      @Nullable Instant soldAt,
      List<String> declared,
      List<String> missing) {}

  /** The test connections of a case, by number. */
  public List<Mapped> of(CertificationCase found) {
    return connections.of(found.id(), Environment.TEST).stream().map(this::mapped).toList();
  }

  private Mapped mapped(CaseConnection connection) {
    Kept kept = store.of(connection.caseId(), connection.number()).orElse(NOTHING);
    return new Mapped(
        connection.number(),
        connection.spaceTypeCode().isEmpty() ? null : connection.spaceTypeCode(),
        MappingCover.pairs(kept.snapshot()),
        kept.snapshotAt(),
        MappingCover.pairs(kept.declared()),
        MappingCover.of(List.of(kept)).unmapped());
  }

  /**
   * Declares the complete set of mapped pairs of a connection.
   *
   * @throws StepRefused naming a pair that is not sold, or that there is no such connection
   */
  public void declare(CertificationCase found, int number, List<String> pairs, Person by) {
    Mapped connection =
        of(found).stream()
            .filter(each -> each.number() == number)
            .findFirst()
            .orElseThrow(
                () -> StepRefused.invalid("number", "There is no test connection " + number + "."));
    if (connection.soldAt() == null) {
      throw StepRefused.conflict("Call getConfiguration first; then it is known what is sold.");
    }
    pairs.stream()
        .filter(pair -> !connection.sold().contains(pair))
        .findFirst()
        .ifPresent(
            pair -> {
              throw StepRefused.invalid(
                  "pairs",
                  "The pair " + pair + " is not sold on this connection; write RATE/CATEGORY.");
            });
    desk.change(
        found,
        by,
        "declareMapping",
        Map.of("connection", number, "pairs", pairs.size()),
        List.of(MappingStore.declare(number, json(pairs))));
  }

  private static String json(List<String> pairs) {
    try {
      return Json.mapper().writeValueAsString(new TreeSet<>(pairs));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
