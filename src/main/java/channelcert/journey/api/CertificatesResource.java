package channelcert.journey.api;

import channelcert.contract.portal.Certificate;
import channelcert.contract.portal.CertificateList;
import channelcert.contract.portal.CertificateStatus;
import channelcert.contract.portal.api.CertificatesApi;
import channelcert.journey.certificate.CertificateDesk;
import channelcert.journey.certificate.IssuedCertificate;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** Certificates, for the people of a case and for anybody. */
public final class CertificatesResource implements CertificatesApi {
  private final Cases cases;
  private final CertificateDesk desk;

  @SuppressWarnings("NullAway.Init")
  @Context
  private SecurityContext security;

  CertificatesResource(Cases cases, CertificateDesk desk) {
    this.cases = cases;
    this.desk = desk;
  }

  @Override
  public CertificateList listCertificates(String caseId) {
    return new CertificateList(
        desk.of(cases.of(security, caseId)).stream().map(CertificatesResource::view).toList());
  }

  @Override
  public Certificate verifyCertificate(String certificate) {
    return view(issued(certificate));
  }

  @Override
  public Response downloadCertificate(String certificate) {
    return Downloads.file(
        issued(certificate).signed(), "application/jose", "certificate-" + certificate + ".jws");
  }

  @Override
  public Response publishedKeys() {
    return Downloads.page(desk.published(), "application/jwk-set+json");
  }

  private IssuedCertificate issued(String certificate) {
    return desk.find(certificate)
        .orElseThrow(() -> PortalRefusal.notFound("There is no certificate " + certificate + "."));
  }

  private static Certificate view(IssuedCertificate issued) {
    var content = issued.content();
    return Certificate.builder()
        .id(content.id())
        .status(issued.revokedAt() == null ? CertificateStatus.VALID : CertificateStatus.REVOKED)
        .caseId(content.caseId())
        .partner(content.partner())
        .application(content.application())
        .attempt(content.attempt())
        .issuedAt(CaseMapper.moment(issued.issuedAt()))
        .features(content.features())
        .tests(content.tests())
        .overrides(content.overrides())
        .auditHead(content.auditHead())
        .auditEntries((int) content.auditEntries())
        .revokedAt(CaseMapper.momentOrNone(issued.revokedAt()))
        .revokedBecause(issued.revokedBecause())
        .signed(issued.signed())
        .build();
  }
}
