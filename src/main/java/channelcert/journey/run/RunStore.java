package channelcert.journey.run;

import static channelcert.store.journey.Tables.CASE_OVERRIDE;
import static channelcert.store.journey.Tables.CASE_RUN;
import static channelcert.store.journey.Tables.CASE_RUN_ROW;
import static channelcert.store.journey.Tables.CERTIFICATION_CASE;
import static channelcert.store.journey.Tables.PERSON;

import channelcert.certification.verdict.Verdict;
import channelcert.journey.cases.CaseStore;
import channelcert.journey.cases.CertificationCase;
import channelcert.store.Database;
import channelcert.store.journey.tables.records.CaseOverrideRecord;
import channelcert.store.journey.tables.records.CaseRunRecord;
import channelcert.store.journey.tables.records.CaseRunRowRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** The runs of the cases with their rows. */
public final class RunStore {
  private final Database database;

  public RunStore(Database database) {
    this.database = database;
  }

  /**
   * Notes that a run begins.
   *
   * @param codes the rows, separated by spaces; empty = all
   * @return its number in the case, from 1
   */
  public int begin(
      CertificationCase found,
      boolean duringCall,
      long seed,
      String codes,
      String startedBy,
      Instant now) {
    return database.transact(
        dsl -> {
          dsl.selectFrom(CERTIFICATION_CASE)
              .where(CERTIFICATION_CASE.ID.eq(found.id()))
              .forUpdate()
              .fetch();
          int number = 1 + dsl.fetchCount(CASE_RUN, CASE_RUN.CASE_ID.eq(found.id()));
          dsl.insertInto(CASE_RUN)
              .set(
                  new CaseRunRecord()
                      .setCaseId(found.id())
                      .setNumber(number)
                      .setAttempt(found.attempt())
                      .setDuringCall(duringCall)
                      .setState("RUNNING")
                      .setSeed(seed)
                      .setCodes(codes)
                      .setStartedBy(startedBy)
                      .setStartedAt(now))
              .execute();
          return number;
        });
  }

  /** Notes what became of a run, with all its rows. */
  public void finish(
      String caseId, int number, Verdict verdict, List<RowRecord> rows, Instant now) {
    database.run(
        dsl -> {
          dsl.update(CASE_RUN)
              .set(CASE_RUN.STATE, "FINISHED")
              .set(CASE_RUN.VERDICT, verdict.name())
              .set(CASE_RUN.FINISHED_AT, now)
              .where(CASE_RUN.CASE_ID.eq(caseId))
              .and(CASE_RUN.NUMBER.eq(number))
              .execute();
          dsl.batchInsert(rows.stream().map(row -> record(caseId, number, row)).toList()).execute();
        });
  }

  private static CaseRunRowRecord record(String caseId, int number, RowRecord row) {
    return new CaseRunRowRecord(caseId, number, row.code(), row.verdict().name(), row.result());
  }

  /** The rows of the attempt that were set aside, by code. */
  public List<Overridden> overridden(CertificationCase found) {
    return database
        .dsl()
        .select(CASE_OVERRIDE.asterisk(), PERSON.NAME)
        .from(CASE_OVERRIDE)
        .join(PERSON)
        .on(PERSON.ID.eq(CASE_OVERRIDE.PERSON_ID))
        .where(CASE_OVERRIDE.CASE_ID.eq(found.id()))
        .and(CASE_OVERRIDE.ATTEMPT.eq(found.attempt()))
        .orderBy(CASE_OVERRIDE.CODE)
        .fetch(
            row ->
                new Overridden(
                    row.get(CASE_OVERRIDE.CODE),
                    row.get(CASE_OVERRIDE.PERSON_ID),
                    row.get(PERSON.NAME),
                    row.get(CASE_OVERRIDE.REASON),
                    row.get(CASE_OVERRIDE.OVERRIDDEN_AT)));
  }

  /** Sets a row of the attempt aside, in the transaction of a change of the case. */
  public static CaseStore.Work override(String code, String personId, String reason) {
    return (dsl, found, now) ->
        dsl.insertInto(CASE_OVERRIDE)
            .set(new CaseOverrideRecord(found.id(), found.attempt(), code, personId, reason, now))
            .execute();
  }

  /**
   * The latest verdict of each row in the attempt of a case, by code.
   *
   * @param duringCall whether only runs of the call count
   */
  Map<String, Verdict> verdicts(CertificationCase found, boolean duringCall) {
    Condition wanted = duringCall ? CASE_RUN.DURING_CALL.isTrue() : DSL.noCondition();
    Map<String, Verdict> verdicts = new HashMap<>();
    database
        .dsl()
        .select(CASE_RUN_ROW.CODE, CASE_RUN_ROW.VERDICT)
        .from(CASE_RUN_ROW)
        .join(CASE_RUN)
        .on(CASE_RUN.CASE_ID.eq(CASE_RUN_ROW.CASE_ID))
        .and(CASE_RUN.NUMBER.eq(CASE_RUN_ROW.RUN_NUMBER))
        .where(CASE_RUN.CASE_ID.eq(found.id()))
        .and(CASE_RUN.ATTEMPT.eq(found.attempt()))
        .and(wanted)
        .orderBy(CASE_RUN.NUMBER)
        .forEach(row -> verdicts.put(row.value1(), Verdict.valueOf(row.value2())));
    return verdicts;
  }
}
