package channelcert.journey.file;

import static channelcert.store.journey.Tables.CASE_EXCHANGE;
import static channelcert.store.journey.Tables.CASE_RUN;
import static channelcert.store.journey.Tables.CASE_RUN_ROW;

import channelcert.certification.file.RowOutcome;
import channelcert.certification.verdict.Verdict;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.run.Overridden;
import channelcert.journey.run.RunStore;
import channelcert.store.Database;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** How the tests of a case ended in its attempt, for its file. */
public final class OutcomeStore {
  /** Also inside a body that is kept as a text of its own. */
  private static final Pattern NUMBER =
      Pattern.compile("confirmationNumber\\\\*\"\\s*:\\s*\\\\*\"([^\"\\\\]{1,100})");

  private static final int MOST_NUMBERS = 50;

  private final Database database;

  public OutcomeStore(Database database) {
    this.database = database;
  }

  /** The outcomes of the attempt, the latest of a test last. */
  List<RowOutcome> outcomes(CertificationCase found) {
    List<RowOutcome> outcomes = new ArrayList<>();
    Map<String, Overridden> aside =
        new RunStore(database)
            .overridden(found).stream()
                .collect(Collectors.toMap(Overridden::code, Function.identity()));
    database
        .dsl()
        .select(CASE_RUN_ROW.asterisk(), CASE_RUN.STARTED_AT)
        .from(CASE_RUN_ROW)
        .join(CASE_RUN)
        .on(CASE_RUN.CASE_ID.eq(CASE_RUN_ROW.CASE_ID))
        .and(CASE_RUN.NUMBER.eq(CASE_RUN_ROW.RUN_NUMBER))
        .where(CASE_RUN.CASE_ID.eq(found.id()))
        .and(CASE_RUN.ATTEMPT.eq(found.attempt()))
        .and(CASE_RUN.STATE.ne(RunStore.INTERRUPTED))
        .orderBy(CASE_RUN.NUMBER)
        .forEach(row -> outcomes.add(outcome(found, row, aside)));
    return outcomes;
  }

  private RowOutcome outcome(CertificationCase found, Record row, Map<String, Overridden> aside) {
    StoredRow stored = StoredRow.of(row.get(CASE_RUN_ROW.RESULT));
    String code = row.get(CASE_RUN_ROW.CODE);
    int run = row.get(CASE_RUN_ROW.RUN_NUMBER);
    return new RowOutcome(
        code,
        Verdict.valueOf(row.get(CASE_RUN_ROW.VERDICT)),
        row.get(CASE_RUN.STARTED_AT),
        stored.exchanges().stream().map(id -> "run " + run + " " + id).toList(),
        code.startsWith("RES-") ? numbers(found, run, stored) : List.of(),
        remark(stored, aside.get(code)));
  }

  private static String remark(StoredRow stored, @Nullable Overridden aside) {
    if (aside == null) {
      return stored.remark();
    }
    String words = "Set aside by " + aside.by() + ": " + aside.reason();
    return stored.remark().isEmpty() ? words : stored.remark() + "\n" + words;
  }

  /** Those that Mews confirmed in the exchanges of the row. */
  private List<String> numbers(CertificationCase found, int run, StoredRow row) {
    Set<String> numbers = new LinkedHashSet<>();
    database
        .dsl()
        .select(CASE_EXCHANGE.CONTENT)
        .from(CASE_EXCHANGE)
        .where(CASE_EXCHANGE.CASE_ID.eq(found.id()))
        .and(CASE_EXCHANGE.RUN_NUMBER.eq(run))
        .and(CASE_EXCHANGE.OPERATION.eq("confirmGroup"))
        .and(CASE_EXCHANGE.NUMBER.in(row.numbers()))
        .orderBy(CASE_EXCHANGE.NUMBER)
        .forEach(
            each -> {
              Matcher confirmed = NUMBER.matcher(each.value1());
              while (confirmed.find() && numbers.size() < MOST_NUMBERS) {
                numbers.add(confirmed.group(1));
              }
            });
    return List.copyOf(numbers);
  }
}
