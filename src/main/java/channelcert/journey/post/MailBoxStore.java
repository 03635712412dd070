package channelcert.journey.post;

import static channelcert.store.journey.Tables.MAIL;

import channelcert.journey.cases.CaseStore;
import channelcert.journey.environment.Vault;
import channelcert.mail.Letter;
import channelcert.store.Database;
import channelcert.store.journey.tables.records.MailRecord;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** The mails that were written; those that are due are the queue. */
public final class MailBoxStore {
  /** What is left of the text of an invitation once it is sent or given up. */
  static final String GONE = "(not kept)";

  private static final String HIDDEN = "(secret, not shown)";

  private static final int AT_ONCE = 50;
  private static final int SHOWN = 200;

  private final Database database;
  private final Vault vault;

  public MailBoxStore(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /** The mails about a case, oldest first. */
  public List<StoredMail> about(String caseId) {
    return database
        .dsl()
        .selectFrom(MAIL)
        .where(MAIL.CASE_ID.eq(caseId))
        .orderBy(MAIL.WRITTEN_AT, MAIL.ID)
        .fetch(this::read);
  }

  /** The newest mails, the newest first; what is sealed stays so. */
  List<StoredMail> newest() {
    return database
        .dsl()
        .selectFrom(MAIL)
        .orderBy(MAIL.WRITTEN_AT.desc(), MAIL.ID)
        .limit(SHOWN)
        .fetch(
            row ->
                isSealed(row.getTemplate())
                    ? read(row, HIDDEN, HIDDEN)
                    : read(row, row.getPlain(), row.getHtml()));
  }

  /** A mail about a case, in the transaction of the step. */
  static CaseStore.Work add(String id, Template template, String recipient, Letter letter) {
    return (dsl, found, now) ->
        dsl.insertInto(MAIL).set(record(found.id(), id, template, recipient, letter)).execute();
  }

  /** An invitation; its text is a secret and is sealed. */
  void addSealed(String id, Template template, String recipient, Letter letter) {
    MailRecord row =
        record("", id, template, recipient, letter)
            .setPlain(vault.seal(letter.text()))
            .setHtml(vault.seal(letter.html()));
    database.run(dsl -> dsl.insertInto(MAIL).set(row).execute());
  }

  private static MailRecord record(
      String caseId, String id, Template template, String recipient, Letter letter) {
    return new MailRecord()
        .setCaseId(caseId)
        .setId(id)
        .setTemplate(template.name())
        .setRecipient(recipient)
        .setSubject(letter.subject())
        .setPlain(letter.text())
        .setHtml(letter.html())
        .setCalendar(letter.calendar())
        .setWrittenAt(letter.at())
        .setDue(letter.at())
        .setAttempts(0);
  }

  /** What is due, oldest first, without what was written before the given time. */
  List<StoredMail> due(Instant now, Instant notBefore) {
    return database
        .dsl()
        .selectFrom(MAIL)
        .where(MAIL.DUE.le(now).and(MAIL.WRITTEN_AT.gt(notBefore)))
        .orderBy(MAIL.DUE, MAIL.ID)
        .limit(AT_ONCE)
        .fetch(this::read);
  }

  /** Counts an attempt, unless another process was faster; answers whether none was. */
  boolean claim(StoredMail mail, Instant until) {
    return database
            .dsl()
            .update(MAIL)
            .set(MAIL.ATTEMPTS, mail.attempts() + 1)
            .set(MAIL.DUE, until)
            .where(key(mail))
            .and(MAIL.ATTEMPTS.eq(mail.attempts()))
            .and(MAIL.DUE.isNotNull())
            .execute()
        > 0;
  }

  void postpone(StoredMail mail, Instant until, String problem) {
    update(mail, until, null, problem);
  }

  void sent(StoredMail mail, Instant at) {
    update(mail, null, at, null);
  }

  void giveUp(StoredMail mail, String problem) {
    update(mail, null, null, problem);
  }

  private void update(
      StoredMail mail, @Nullable Instant due, @Nullable Instant sentAt, @Nullable String problem) {
    MailRecord row = new MailRecord().setDue(due).setSentAt(sentAt).setProblem(problem);
    if (due == null && isSealed(mail.template())) {
      row.setPlain(GONE).setHtml(GONE);
    }
    database.dsl().update(MAIL).set(row).where(key(mail)).execute();
  }

  private static Condition key(StoredMail mail) {
    return MAIL.CASE_ID.eq(mail.caseId()).and(MAIL.ID.eq(mail.id()));
  }

  private static boolean isSealed(String template) {
    return template.equals(Template.INVITATION.name());
  }

  private StoredMail read(MailRecord row) {
    return isSealed(row.getTemplate()) && !row.getPlain().equals(GONE)
        ? read(row, vault.open(row.getPlain()), vault.open(row.getHtml()))
        : read(row, row.getPlain(), row.getHtml());
  }

  private static StoredMail read(MailRecord row, String plain, String html) {
    return new StoredMail(
        row.getCaseId(),
        row.getId(),
        row.getTemplate(),
        row.getRecipient(),
        row.getSubject(),
        plain,
        html,
        row.getCalendar(),
        row.getWrittenAt(),
        row.getDue(),
        row.getAttempts(),
        row.getSentAt(),
        row.getProblem());
  }
}
