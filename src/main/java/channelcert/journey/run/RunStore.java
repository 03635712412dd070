package channelcert.journey.run;

import static channelcert.store.journey.Tables.CASE_EXCHANGE;
import static channelcert.store.journey.Tables.CASE_OVERRIDE;
import static channelcert.store.journey.Tables.CASE_RUN;
import static channelcert.store.journey.Tables.CASE_RUN_ROW;
import static channelcert.store.journey.Tables.CERTIFICATION_CASE;
import static channelcert.store.journey.Tables.PERSON;

import channelcert.certification.verdict.Verdict;
import channelcert.exchange.Body;
import channelcert.exchange.Exchange;
import channelcert.http.Json;
import channelcert.journey.cases.CaseStore;
import channelcert.journey.cases.CertificationCase;
import channelcert.store.Database;
import channelcert.store.journey.tables.records.CaseExchangeRecord;
import channelcert.store.journey.tables.records.CaseOverrideRecord;
import channelcert.store.journey.tables.records.CaseRunRecord;
import channelcert.store.journey.tables.records.CaseRunRowRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.impl.DSL;

/** The runs of the cases with their rows. */
public final class RunStore {
  /** How many exchanges stand on a page. */
  public static final int PAGE = 50;

  /** A run that goes on. */
  public static final String RUNNING = "RUNNING";

  /** A run without a verdict. */
  public static final String INTERRUPTED = "INTERRUPTED";

  private static final int BATCH = 200;
  private static final int LONGEST_BODY = 64 << 10;

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
                      .setState(RUNNING)
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
          keep(dsl, caseId, number, rows);
        });
  }

  private static void keep(DSLContext dsl, String caseId, int number, List<RowRecord> rows) {
    dsl.batchInsert(rows.stream().map(row -> record(caseId, number, row)).toList()).execute();
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
   * Notes why a run has no verdict, with the rows that had one; they are shown and prove nothing.
   */
  public void interrupt(
      String caseId, int number, String problem, List<RowRecord> rows, Instant now) {
    Condition which = CASE_RUN.CASE_ID.eq(caseId).and(CASE_RUN.NUMBER.eq(number));
    database.run(
        dsl -> {
          if (interrupt(dsl, which, problem, now) > 0) {
            keep(dsl, caseId, number, rows);
          }
        });
  }

  /** Notes it of every run that seems to go on, when none can. */
  public void interruptAll(String problem, Instant now) {
    database.run(dsl -> interrupt(dsl, DSL.noCondition(), problem, now));
  }

  private static int interrupt(DSLContext dsl, Condition which, String problem, Instant now) {
    return dsl.update(CASE_RUN)
        .set(CASE_RUN.STATE, INTERRUPTED)
        .set(CASE_RUN.PROBLEM, problem.substring(0, Math.min(problem.length(), 2000)))
        .set(CASE_RUN.FINISHED_AT, now)
        .where(which)
        .and(CASE_RUN.STATE.eq(RUNNING))
        .execute();
  }

  /** The runs of a case, the newest first. */
  public List<CaseRun> runs(String caseId) {
    return runs(CASE_RUN.CASE_ID.eq(caseId));
  }

  /** A run; empty when the case has none with that number. */
  public Optional<CaseRun> find(String caseId, int number) {
    return runs(CASE_RUN.CASE_ID.eq(caseId).and(CASE_RUN.NUMBER.eq(number))).stream().findFirst();
  }

  private List<CaseRun> runs(Condition which) {
    return database
        .dsl()
        .select(CASE_RUN.asterisk(), PERSON.NAME)
        .from(CASE_RUN)
        .leftJoin(PERSON)
        .on(PERSON.ID.eq(CASE_RUN.STARTED_BY))
        .where(which)
        .orderBy(CASE_RUN.NUMBER.desc())
        .fetch(RunStore::run);
  }

  private static CaseRun run(Record row) {
    String verdict = row.get(CASE_RUN.VERDICT);
    String name = row.get(PERSON.NAME);
    return new CaseRun(
        row.get(CASE_RUN.NUMBER),
        row.get(CASE_RUN.ATTEMPT),
        row.get(CASE_RUN.STATE),
        verdict == null ? null : Verdict.valueOf(verdict),
        row.get(CASE_RUN.DURING_CALL),
        row.get(CASE_RUN.SEED),
        List.of(row.get(CASE_RUN.CODES).split(" ")).stream()
            .filter(code -> !code.isEmpty())
            .toList(),
        name == null ? row.get(CASE_RUN.STARTED_BY) : name,
        row.get(CASE_RUN.STARTED_AT),
        row.get(CASE_RUN.FINISHED_AT),
        row.get(CASE_RUN.PROBLEM));
  }

  /** The rows of a run that came to a verdict, by code. */
  public Map<String, RowRecord> rows(String caseId, int number) {
    Map<String, RowRecord> rows = new HashMap<>();
    database
        .dsl()
        .selectFrom(CASE_RUN_ROW)
        .where(CASE_RUN_ROW.CASE_ID.eq(caseId))
        .and(CASE_RUN_ROW.RUN_NUMBER.eq(number))
        .forEach(
            row ->
                rows.put(
                    row.getCode(),
                    new RowRecord(
                        row.getCode(), Verdict.valueOf(row.getVerdict()), row.getResult())));
    return rows;
  }

  /** Keeps the exchanges of a run; of long bodies their beginning, the evidence folder has all. */
  public void keep(String caseId, int number, List<Exchange> exchanges) {
    for (int from = 0; from < exchanges.size(); from += BATCH) {
      List<CaseExchangeRecord> some =
          exchanges.subList(from, Math.min(exchanges.size(), from + BATCH)).stream()
              .map(each -> record(caseId, number, each))
              .toList();
      database.run(dsl -> dsl.batchInsert(some).execute());
    }
  }

  private static CaseExchangeRecord record(String caseId, int run, Exchange exchange) {
    return new CaseExchangeRecord(
        caseId,
        run,
        Integer.parseInt(exchange.id().substring(2)),
        exchange.direction().name(),
        exchange.operation(),
        exchange.startedAt(),
        exchange.duration().toMillis(),
        exchange.status(),
        Json.mapper()
            .createObjectNode()
            .put("url", exchange.url().toString())
            .put("failure", exchange.failure())
            .put("request", beginning(exchange.requestBody()))
            .put("answer", beginning(exchange.responseBody()))
            .toString());
  }

  private static String beginning(Body body) {
    String text = body.text();
    return text.length() <= LONGEST_BODY
        ? text
        : text.substring(0, LONGEST_BODY)
            + " [cut; "
            + body.length()
            + " bytes are in the evidence folder]";
  }

  /** Fifty exchanges of a run after a number, without their bodies. */
  public List<ExchangeLine> exchangesAfter(String caseId, int number, int after) {
    return database
        .dsl()
        .select(
            CASE_EXCHANGE.NUMBER,
            CASE_EXCHANGE.DIRECTION,
            CASE_EXCHANGE.OPERATION,
            CASE_EXCHANGE.STARTED_AT,
            CASE_EXCHANGE.DURATION_MILLIS,
            CASE_EXCHANGE.STATUS)
        .from(CASE_EXCHANGE)
        .where(CASE_EXCHANGE.CASE_ID.eq(caseId))
        .and(CASE_EXCHANGE.RUN_NUMBER.eq(number))
        .and(CASE_EXCHANGE.NUMBER.gt(after))
        .orderBy(CASE_EXCHANGE.NUMBER)
        .limit(PAGE)
        .fetch(Records.mapping(ExchangeLine::new));
  }

  /** Names of the latest verdicts in the attempt of a case, by code. */
  public Map<String, String> latest(CertificationCase found) {
    Map<String, String> names = new HashMap<>();
    verdicts(found, false).forEach((code, verdict) -> names.put(code, verdict.name()));
    return names;
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
        .and(CASE_RUN.STATE.ne(INTERRUPTED))
        .and(wanted)
        .orderBy(CASE_RUN.NUMBER)
        .forEach(row -> verdicts.put(row.value1(), Verdict.valueOf(row.value2())));
    return verdicts;
  }
}
