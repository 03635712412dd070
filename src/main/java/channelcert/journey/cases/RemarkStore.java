package channelcert.journey.cases;

import static channelcert.store.journey.Tables.CASE_COMMENT;
import static channelcert.store.journey.Tables.CASE_ISSUE;
import static channelcert.store.journey.Tables.PERSON;

import channelcert.store.Database;
import channelcert.store.journey.tables.Person;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Comments and issues of the cases; written in the transaction of a change of the case. */
public final class RemarkStore {
  private final Database database;

  public RemarkStore(Database database) {
    this.database = database;
  }

  /** The comments of a case, oldest first. */
  public List<Remark.Comment> comments(String caseId) {
    return database
        .dsl()
        .select(CASE_COMMENT.asterisk(), PERSON.NAME)
        .from(CASE_COMMENT)
        .join(PERSON)
        .on(PERSON.ID.eq(CASE_COMMENT.PERSON_ID))
        .where(CASE_COMMENT.CASE_ID.eq(caseId))
        .orderBy(CASE_COMMENT.NUMBER)
        .fetch(
            row ->
                new Remark.Comment(
                    row.get(CASE_COMMENT.NUMBER),
                    row.get(CASE_COMMENT.WRITTEN_AT),
                    row.get(PERSON.NAME),
                    row.get(CASE_COMMENT.ROW_CODE),
                    row.get(CASE_COMMENT.CONTENT)));
  }

  /** The issues of a case, oldest first. */
  public List<Remark.Issue> issues(String caseId) {
    Person opener = PERSON.as("opener");
    Person resolver = PERSON.as("resolver");
    return database
        .dsl()
        .select(CASE_ISSUE.asterisk(), opener.NAME, resolver.NAME)
        .from(CASE_ISSUE)
        .join(opener)
        .on(opener.ID.eq(CASE_ISSUE.OPENED_BY))
        .leftJoin(resolver)
        .on(resolver.ID.eq(CASE_ISSUE.RESOLVED_BY))
        .where(CASE_ISSUE.CASE_ID.eq(caseId))
        .orderBy(CASE_ISSUE.NUMBER)
        .fetch(
            row ->
                new Remark.Issue(
                    row.get(CASE_ISSUE.NUMBER),
                    row.get(CASE_ISSUE.ATTEMPT),
                    row.get(CASE_ISSUE.CRITICAL),
                    row.get(CASE_ISSUE.CONTENT),
                    row.get(opener.NAME),
                    row.get(CASE_ISSUE.OPENED_AT),
                    row.get(resolver.NAME),
                    row.get(CASE_ISSUE.RESOLVED_AT)));
  }

  static CaseStore.Work comment(String personId, @Nullable String row, String content) {
    return (dsl, found, now) ->
        dsl.insertInto(CASE_COMMENT)
            .columns(
                CASE_COMMENT.CASE_ID,
                CASE_COMMENT.NUMBER,
                CASE_COMMENT.PERSON_ID,
                CASE_COMMENT.ROW_CODE,
                CASE_COMMENT.WRITTEN_AT,
                CASE_COMMENT.CONTENT)
            .values(
                found.id(),
                1 + dsl.fetchCount(CASE_COMMENT, CASE_COMMENT.CASE_ID.eq(found.id())),
                personId,
                row,
                now,
                content)
            .execute();
  }

  static void openIssues(
      DSLContext dsl,
      CertificationCase found,
      List<StepInput.NewIssue> issues,
      String openedBy,
      Instant now) {
    int number = dsl.fetchCount(CASE_ISSUE, CASE_ISSUE.CASE_ID.eq(found.id()));
    for (StepInput.NewIssue issue : issues) {
      number++;
      dsl.insertInto(CASE_ISSUE)
          .columns(
              CASE_ISSUE.CASE_ID,
              CASE_ISSUE.NUMBER,
              CASE_ISSUE.ATTEMPT,
              CASE_ISSUE.CRITICAL,
              CASE_ISSUE.CONTENT,
              CASE_ISSUE.OPENED_BY,
              CASE_ISSUE.OPENED_AT)
          .values(
              found.id(), number, found.attempt(), issue.critical(), issue.content(), openedBy, now)
          .execute();
    }
  }

  static CaseStore.Work resolve(int number, String personId) {
    return (dsl, found, now) ->
        dsl.update(CASE_ISSUE)
            .set(CASE_ISSUE.RESOLVED_BY, personId)
            .set(CASE_ISSUE.RESOLVED_AT, DSL.val(now))
            .where(CASE_ISSUE.CASE_ID.eq(found.id()))
            .and(CASE_ISSUE.NUMBER.eq(number))
            .and(CASE_ISSUE.RESOLVED_AT.isNull())
            .execute();
  }
}
