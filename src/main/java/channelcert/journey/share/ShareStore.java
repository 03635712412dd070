package channelcert.journey.share;

import static channelcert.store.journey.Tables.CASE_SHARE_LINK;
import static channelcert.store.journey.Tables.PERSON;

import channelcert.journey.cases.CaseStore;
import channelcert.journey.people.SecretTokens;
import channelcert.store.Database;
import channelcert.store.journey.tables.records.CaseShareLinkRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** The share links of the cases; of their tokens the hashes alone are stored. */
public final class ShareStore {
  private final Database database;

  public ShareStore(Database database) {
    this.database = database;
  }

  /** The links of a case, oldest first. */
  List<ShareLink> of(String caseId) {
    return where(CASE_SHARE_LINK.CASE_ID.eq(caseId));
  }

  /** The link of a token. */
  Optional<ShareLink> find(String token) {
    return where(CASE_SHARE_LINK.TOKEN_HASH.eq(SecretTokens.hash(token))).stream().findFirst();
  }

  private List<ShareLink> where(Condition wanted) {
    return database
        .dsl()
        .select(CASE_SHARE_LINK.asterisk(), PERSON.NAME)
        .from(CASE_SHARE_LINK)
        .join(PERSON)
        .on(PERSON.ID.eq(CASE_SHARE_LINK.CREATED_BY))
        .where(wanted)
        .orderBy(CASE_SHARE_LINK.NUMBER)
        .fetch(ShareStore::read);
  }

  private static ShareLink read(Record row) {
    return new ShareLink(
        row.get(CASE_SHARE_LINK.CASE_ID),
        row.get(CASE_SHARE_LINK.NUMBER),
        row.get(PERSON.NAME),
        row.get(CASE_SHARE_LINK.CREATED_AT),
        row.get(CASE_SHARE_LINK.EXPIRES_AT),
        row.get(CASE_SHARE_LINK.REVOKED_AT),
        row.get(CASE_SHARE_LINK.WITH_COMMENTS));
  }

  static CaseStore.Work add(
      int number, String token, boolean withComments, String personId, Instant expiresAt) {
    return (dsl, found, now) ->
        dsl.insertInto(CASE_SHARE_LINK)
            .set(
                new CaseShareLinkRecord(
                    found.id(),
                    number,
                    SecretTokens.hash(token),
                    withComments,
                    personId,
                    now,
                    expiresAt,
                    null))
            .execute();
  }

  static CaseStore.Work revoke(int number) {
    return (dsl, found, now) ->
        dsl.update(CASE_SHARE_LINK)
            .set(CASE_SHARE_LINK.REVOKED_AT, DSL.val(now))
            .where(CASE_SHARE_LINK.CASE_ID.eq(found.id()))
            .and(CASE_SHARE_LINK.NUMBER.eq(number))
            .execute();
  }
}
