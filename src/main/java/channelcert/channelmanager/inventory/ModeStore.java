package channelcert.channelmanager.inventory;

import static channelcert.store.channelmanager.Tables.CONNECTION_MODE;
import static channelcert.store.channelmanager.Tables.WITHHELD_PAIR;

import channelcert.channelmanager.mapping.ConnectionStore;
import channelcert.channelmanager.mapping.Pair;
import channelcert.store.Database;
import channelcert.store.Padding;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** How connections work where somebody chose it: stored, so that every node knows it. */
public final class ModeStore {
  private final Database database;
  private final boolean asynchronous;

  /**
   * Makes a store.
   *
   * @param asynchronous how connections work that do not say: whether pushes are only accepted at
   *     first and confirmed afterwards
   */
  public ModeStore(Database database, boolean asynchronous) {
    this.database = database;
    this.asynchronous = asynchronous;
  }

  /**
   * Chooses how pushes are answered.
   *
   * @param failNext whether the next push that is confirmed afterwards fails
   */
  public void chooseAnswers(long connectionId, boolean asynchronous, boolean failNext) {
    database.run(
        dsl -> {
          prepare(dsl, connectionId);
          dsl.update(CONNECTION_MODE)
              .set(CONNECTION_MODE.ASYNCHRONOUS, asynchronous)
              .set(CONNECTION_MODE.FAIL_NEXT, failNext)
              .where(CONNECTION_MODE.CONNECTION_ID.eq(connectionId))
              .execute();
        });
  }

  /** Makes the kinds the only ones that are switched off. */
  public void block(long connectionId, Collection<PushKind> kinds) {
    String names = kinds.stream().map(PushKind::name).sorted().collect(Collectors.joining(","));
    database.run(
        dsl -> {
          prepare(dsl, connectionId);
          dsl.update(CONNECTION_MODE)
              .set(CONNECTION_MODE.BLOCKED_KINDS, names)
              .where(CONNECTION_MODE.CONNECTION_ID.eq(connectionId))
              .execute();
        });
  }

  /** Makes the pairs the only mapped ones that are not sold. */
  public void withhold(long connectionId, Collection<Pair> pairs) {
    database.run(
        dsl -> {
          ConnectionStore.mappingChanged(dsl, connectionId);
          dsl.deleteFrom(WITHHELD_PAIR)
              .where(WITHHELD_PAIR.CONNECTION_ID.eq(connectionId))
              .execute();
          for (Pair pair : Set.copyOf(pairs)) {
            dsl.insertInto(WITHHELD_PAIR)
                .values(connectionId, pair.ratePlanCode(), pair.spaceTypeCode())
                .execute();
          }
        });
  }

  /** Pairs that are mapped but not sold. */
  public Set<Pair> withheld(long connectionId) {
    return database
        .dsl()
        .selectFrom(WITHHELD_PAIR)
        .where(WITHHELD_PAIR.CONNECTION_ID.eq(connectionId))
        .fetchSet(row -> new Pair(row.getRatePlanCode(), row.getSpaceTypeCode()));
  }

  /** How the pushes of a connection are treated. */
  public Mode mode(long connectionId) {
    return modes(Set.of(connectionId)).getOrDefault(connectionId, usual());
  }

  /** How the pushes of connections are treated that do not work as usual. */
  public Map<Long, Mode> modes(Collection<Long> connectionIds) {
    return database
        .dsl()
        .selectFrom(CONNECTION_MODE)
        .where(CONNECTION_MODE.CONNECTION_ID.in(Padding.padded(connectionIds)))
        .fetchMap(
            CONNECTION_MODE.CONNECTION_ID,
            row -> new Mode(chosen(row.getAsynchronous()), kinds(row.getBlockedKinds())));
  }

  /** How pushes are treated where nobody chose. */
  public Mode usual() {
    return new Mode(asynchronous, Set.of());
  }

  private boolean chosen(@Nullable Boolean ofConnection) {
    return ofConnection == null ? asynchronous : ofConnection;
  }

  /** Whether the push that is worked on is the one that was chosen to fail; only one is. */
  public boolean takeFailure(DSLContext dsl, long connectionId) {
    return dsl.update(CONNECTION_MODE)
            .set(CONNECTION_MODE.FAIL_NEXT, false)
            .where(CONNECTION_MODE.CONNECTION_ID.eq(connectionId))
            .and(CONNECTION_MODE.FAIL_NEXT)
            .execute()
        > 0;
  }

  private static void prepare(DSLContext dsl, long connectionId) {
    dsl.insertInto(CONNECTION_MODE)
        .values(connectionId, null, false, "")
        .onConflictDoNothing()
        .execute();
  }

  private static Set<PushKind> kinds(String names) {
    return names.isEmpty()
        ? Set.of()
        : Arrays.stream(names.split(",", -1))
            .map(PushKind::valueOf)
            .collect(Collectors.toUnmodifiableSet());
  }
}
