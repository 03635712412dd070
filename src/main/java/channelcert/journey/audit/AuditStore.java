package channelcert.journey.audit;

import static channelcert.store.journey.Tables.AUDIT_ENTRY;

import channelcert.store.Database;
import channelcert.store.journey.tables.records.AuditEntryRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The entries of the cases; there is no way to change or delete one. */
public final class AuditStore {
  private final Database database;

  public AuditStore(Database database) {
    this.database = database;
  }

  /**
   * Appends an entry in the transaction of what was done, which has locked the case.
   *
   * @param content details as JSON, without secrets
   */
  public static void append(
      DSLContext dsl,
      String caseId,
      Instant at,
      @Nullable String personId,
      String action,
      String content) {
    AuditEntryRecord last =
        dsl.selectFrom(AUDIT_ENTRY)
            .where(AUDIT_ENTRY.CASE_ID.eq(caseId))
            .orderBy(AUDIT_ENTRY.NUMBER.desc())
            .limit(1)
            .fetchOne();
    long number = last == null ? 1 : last.getNumber() + 1;
    String previous = last == null ? HashChain.START : last.getHash();
    Instant moment = at.truncatedTo(ChronoUnit.MILLIS);
    dsl.insertInto(AUDIT_ENTRY)
        .columns(
            AUDIT_ENTRY.CASE_ID,
            AUDIT_ENTRY.NUMBER,
            AUDIT_ENTRY.AT,
            AUDIT_ENTRY.PERSON_ID,
            AUDIT_ENTRY.ACTION,
            AUDIT_ENTRY.CONTENT,
            AUDIT_ENTRY.PREVIOUS_HASH,
            AUDIT_ENTRY.HASH)
        .values(
            caseId,
            number,
            moment,
            personId,
            action,
            content,
            previous,
            HashChain.hash(previous, caseId, number, moment, personId, action, content))
        .execute();
  }

  /** The entries of a case, oldest first. */
  public List<AuditEntry> entries(String caseId) {
    return database
        .dsl()
        .selectFrom(AUDIT_ENTRY)
        .where(AUDIT_ENTRY.CASE_ID.eq(caseId))
        .orderBy(AUDIT_ENTRY.NUMBER)
        .fetch(
            row ->
                new AuditEntry(
                    row.getCaseId(),
                    row.getNumber(),
                    row.getAt(),
                    row.getPersonId(),
                    row.getAction(),
                    row.getContent(),
                    row.getPreviousHash(),
                    row.getHash()));
  }

  /** The hash of the newest entry, which stands for all before it. */
  public String head(String caseId) {
    String hash =
        database
            .dsl()
            .select(AUDIT_ENTRY.HASH)
            .from(AUDIT_ENTRY)
            .where(AUDIT_ENTRY.CASE_ID.eq(caseId))
            .orderBy(AUDIT_ENTRY.NUMBER.desc())
            .limit(1)
            .fetchOne(AUDIT_ENTRY.HASH);
    return hash == null ? HashChain.START : hash;
  }
}
