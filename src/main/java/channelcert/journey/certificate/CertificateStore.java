package channelcert.journey.certificate;

import static channelcert.store.journey.Tables.CASE_CERTIFICATE;

import channelcert.certification.sign.NotAuthentic;
import channelcert.certification.sign.PublicKeys;
import channelcert.certification.sign.Sort;
import channelcert.journey.cases.CaseStore;
import channelcert.store.Database;
import channelcert.store.journey.tables.records.CaseCertificateRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.impl.DSL;

/** The certificates of the cases. */
public final class CertificateStore {
  private final Database database;
  private final PublicKeys keys;

  public CertificateStore(Database database, PublicKeys keys) {
    this.database = database;
    this.keys = keys;
  }

  /** The certificates of a case, the newest first. */
  public List<IssuedCertificate> of(String caseId) {
    return database
        .dsl()
        .selectFrom(CASE_CERTIFICATE)
        .where(CASE_CERTIFICATE.CASE_ID.eq(caseId))
        .orderBy(CASE_CERTIFICATE.ATTEMPT.desc())
        .fetch(this::read);
  }

  public Optional<IssuedCertificate> find(String id) {
    return database
        .dsl()
        .fetchOptional(CASE_CERTIFICATE, CASE_CERTIFICATE.ID.eq(id))
        .map(this::read);
  }

  static CaseStore.Work add(Certificate certificate, String signed, Instant at) {
    return (dsl, found, now) ->
        dsl.insertInto(CASE_CERTIFICATE)
            .set(
                new CaseCertificateRecord()
                    .setCaseId(found.id())
                    .setAttempt(found.attempt())
                    .setId(certificate.id())
                    .setSigned(signed)
                    .setIssuedAt(at))
            .execute();
  }

  static CaseStore.Work revoke(String because) {
    return (dsl, found, now) ->
        dsl.update(CASE_CERTIFICATE)
            .set(CASE_CERTIFICATE.REVOKED_AT, DSL.val(now))
            .set(CASE_CERTIFICATE.REVOKED_BECAUSE, because)
            .where(CASE_CERTIFICATE.CASE_ID.eq(found.id()))
            .and(CASE_CERTIFICATE.REVOKED_AT.isNull())
            .execute();
  }

  /** What stands in the database is believed only as far as it is signed. */
  private IssuedCertificate read(CaseCertificateRecord row) {
    try {
      return new IssuedCertificate(
          Certificate.parse(keys.verify(Sort.CERTIFICATE, row.getSigned()).content()),
          row.getSigned(),
          row.getIssuedAt(),
          row.getRevokedAt(),
          row.getRevokedBecause());
    } catch (NotAuthentic e) {
      throw new IllegalStateException(
          "the stored certificate " + row.getId() + " is not authentic: " + e.reason(), e);
    }
  }
}
