package channelcert.journey.file;

import static channelcert.store.journey.Tables.CASE_FILE;

import channelcert.certification.file.CertificationFile;
import channelcert.certification.file.UnusableFile;
import channelcert.journey.cases.CaseStore;
import channelcert.store.Database;
import channelcert.store.journey.tables.records.CaseFileRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The versions of the certification files; there is no way to change what one says. */
public final class FileStore {
  private final Database database;

  public FileStore(Database database) {
    this.database = database;
  }

  /** The versions of a case, oldest first. */
  public List<FileVersion> versions(String caseId) {
    return database
        .dsl()
        .select(CASE_FILE.fields())
        .from(CASE_FILE)
        .where(CASE_FILE.CASE_ID.eq(caseId))
        .orderBy(CASE_FILE.NUMBER)
        .fetch(FileStore::read);
  }

  /** A version by its number. */
  public Optional<FileVersion> find(String caseId, int number) {
    return database
        .dsl()
        .fetchOptional(CASE_FILE, CASE_FILE.CASE_ID.eq(caseId).and(CASE_FILE.NUMBER.eq(number)))
        .map(FileStore::read);
  }

  /** The workbook of a returned version, as it came. */
  public Optional<byte[]> workbook(String caseId, int number) {
    return database
        .dsl()
        .select(CASE_FILE.WORKBOOK)
        .from(CASE_FILE)
        .where(CASE_FILE.CASE_ID.eq(caseId).and(CASE_FILE.NUMBER.eq(number)))
        .fetchOptional(CASE_FILE.WORKBOOK);
  }

  /** Adds a version, in the transaction of a change of the case. */
  static CaseStore.Work add(FileVersion version, byte @Nullable [] workbook) {
    return (dsl, found, now) ->
        dsl.insertInto(CASE_FILE)
            .set(
                new CaseFileRecord()
                    .setCaseId(found.id())
                    .setNumber(version.number())
                    .setAttempt(version.attempt())
                    .setAnswersNumber(version.answersNumber())
                    .setContent(new String(version.file().json(), StandardCharsets.UTF_8))
                    .setSigned(version.signed())
                    .setWorkbook(workbook)
                    .setSha256(version.sha256())
                    .setPersonId(version.personId())
                    .setCreatedAt(version.createdAt())
                    .setFrozen(false))
            .execute();
  }

  static CaseStore.Work freeze(int number) {
    return (dsl, found, now) ->
        dsl.update(CASE_FILE)
            .set(CASE_FILE.FROZEN, true)
            .where(CASE_FILE.CASE_ID.eq(found.id()).and(CASE_FILE.NUMBER.eq(number)))
            .execute();
  }

  private static FileVersion read(Record row) {
    try {
      return new FileVersion(
          row.get(CASE_FILE.CASE_ID),
          row.get(CASE_FILE.NUMBER),
          row.get(CASE_FILE.ATTEMPT),
          row.get(CASE_FILE.ANSWERS_NUMBER),
          CertificationFile.parse(row.get(CASE_FILE.CONTENT).getBytes(StandardCharsets.UTF_8)),
          row.get(CASE_FILE.SIGNED),
          row.get(CASE_FILE.SHA256),
          row.get(CASE_FILE.PERSON_ID),
          row.get(CASE_FILE.CREATED_AT),
          row.get(CASE_FILE.FROZEN));
    } catch (UnusableFile e) {
      throw new IllegalStateException("a stored certification file cannot be read", e);
    }
  }
}
