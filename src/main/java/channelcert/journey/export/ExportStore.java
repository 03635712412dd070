package channelcert.journey.export;

import static channelcert.store.journey.Tables.CASE_EXCHANGE;
import static channelcert.store.journey.Tables.CASE_MAPPING;
import static channelcert.store.journey.Tables.CASE_RUN;
import static channelcert.store.journey.Tables.CASE_RUN_ROW;

import channelcert.store.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Record;

/** What an archive holds beyond what other stores read: runs with their evidence, mappings. */
public final class ExportStore {
  private static final int PAGE = 100;
  private static final String CONTENT = "content";

  private final Database database;

  public ExportStore(Database database) {
    this.database = database;
  }

  /** An exchange of a run, as it was kept. */
  record StoredExchange(int number, Map<String, Object> facts, String content) {}

  List<Map<String, Object>> mappings(String caseId) {
    return database
        .dsl()
        .selectFrom(CASE_MAPPING)
        .where(CASE_MAPPING.CASE_ID.eq(caseId))
        .orderBy(CASE_MAPPING.NUMBER)
        .fetch(ExportStore::facts);
  }

  List<Map<String, Object>> runs(String caseId) {
    return database
        .dsl()
        .selectFrom(CASE_RUN)
        .where(CASE_RUN.CASE_ID.eq(caseId))
        .orderBy(CASE_RUN.NUMBER)
        .fetch(ExportStore::facts);
  }

  List<Map<String, Object>> rows(String caseId, int run) {
    return database
        .dsl()
        .selectFrom(CASE_RUN_ROW)
        .where(CASE_RUN_ROW.CASE_ID.eq(caseId).and(CASE_RUN_ROW.RUN_NUMBER.eq(run)))
        .orderBy(CASE_RUN_ROW.CODE)
        .fetch(ExportStore::facts);
  }

  /** Some exchanges of a run after a number, so that never all of them are in memory. */
  List<StoredExchange> exchangesAfter(String caseId, int run, int number) {
    return database
        .dsl()
        .selectFrom(CASE_EXCHANGE)
        .where(CASE_EXCHANGE.CASE_ID.eq(caseId).and(CASE_EXCHANGE.RUN_NUMBER.eq(run)))
        .and(CASE_EXCHANGE.NUMBER.gt(number))
        .orderBy(CASE_EXCHANGE.NUMBER)
        .limit(PAGE)
        .fetch(
            row -> {
              Map<String, Object> facts = facts(row);
              facts.remove(CONTENT);
              return new StoredExchange(row.getNumber(), facts, row.getContent());
            });
  }

  /** The row by the names of its columns, in lower case. */
  private static Map<String, Object> facts(Record row) {
    Map<String, Object> facts = new LinkedHashMap<>();
    for (var field : row.fields()) {
      facts.put(field.getName().toLowerCase(Locale.ROOT), row.get(field));
    }
    return facts;
  }
}
