package channelcert.journey.environment;

import static channelcert.store.journey.Tables.CASE_MAPPING;

import channelcert.journey.cases.CaseStore;
import channelcert.store.Database;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What a connection sells, and what the partner says to have mapped of it. */
public final class MappingStore {
  private final Database database;

  public MappingStore(Database database) {
    this.database = database;
  }

  /**
   * The mapping of a connection.
   *
   * @param snapshot pairs as they were answered by Get configuration last, as JSON
   * @param declared pairs that the partner says to have mapped, as JSON
   */
  public record Kept(
      @Nullable String snapshot,
      @Nullable Instant snapshotAt,
      @Nullable String declared,
      @Nullable Instant declaredAt) {}

  public Optional<Kept> of(String caseId, int number) {
    return database
        .dsl()
        .selectFrom(CASE_MAPPING)
        .where(CASE_MAPPING.CASE_ID.eq(caseId))
        .and(CASE_MAPPING.NUMBER.eq(number))
        .fetchOptional(
            row ->
                new Kept(
                    row.getSnapshot(),
                    row.getSnapshotAt(),
                    row.getDeclared(),
                    row.getDeclaredAt()));
  }

  void snapshot(String caseId, int number, String pairs, Instant at) {
    database.run(
        dsl -> {
          begin(dsl, caseId, number);
          dsl.update(CASE_MAPPING)
              .set(CASE_MAPPING.SNAPSHOT, pairs)
              .set(CASE_MAPPING.SNAPSHOT_AT, at)
              .where(CASE_MAPPING.CASE_ID.eq(caseId))
              .and(CASE_MAPPING.NUMBER.eq(number))
              .execute();
        });
  }

  static CaseStore.Work declare(int number, String pairs) {
    return (dsl, found, now) -> {
      begin(dsl, found.id(), number);
      dsl.update(CASE_MAPPING)
          .set(CASE_MAPPING.DECLARED, pairs)
          .set(CASE_MAPPING.DECLARED_AT, now)
          .where(CASE_MAPPING.CASE_ID.eq(found.id()))
          .and(CASE_MAPPING.NUMBER.eq(number))
          .execute();
    };
  }

  private static void begin(DSLContext dsl, String caseId, int number) {
    dsl.insertInto(CASE_MAPPING, CASE_MAPPING.CASE_ID, CASE_MAPPING.NUMBER)
        .values(caseId, number)
        .onConflictDoNothing()
        .execute();
  }
}
