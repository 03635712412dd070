package channelcert.journey.certificate;

import channelcert.certification.report.VisibleText;
import channelcert.certification.sign.NotAuthentic;
import channelcert.certification.sign.PublicKeys;
import channelcert.certification.sign.Sort;
import java.util.List;
import java.util.stream.Stream;

/** Verifies a certificate without asking anybody. */
public final class CertificateVerifier {
  private CertificateVerifier() {}

  /**
   * What was certified.
   *
   * @throws NotAuthentic when it was changed or signed with another key
   */
  public static Certificate verify(String signed, PublicKeys keys) throws NotAuthentic {
    return Certificate.parse(keys.verify(Sort.CERTIFICATE, signed).content());
  }

  /** It in lines for people. */
  public static List<String> lines(Certificate certificate) {
    return Stream.of(
            "Certificate: " + certificate.id(),
            "Partner: %s (%s)".formatted(certificate.partner(), certificate.partnerId()),
            "Application: " + certificate.application(),
            "Issued at: " + certificate.issuedAt() + ", attempt " + certificate.attempt(),
            "Recommended by: " + certificate.recommendedBy(),
            "Signed by: " + certificate.signedBy(),
            "Features: " + String.join(", ", certificate.features()),
            "Tests passed: " + String.join(" ", certificate.tests()),
            "Set aside: "
                + (certificate.overrides().isEmpty()
                    ? "none"
                    : String.join("; ", certificate.overrides())),
            "History: entry %d, head %s"
                .formatted(certificate.auditEntries(), certificate.auditHead()),
            "Whether it is valid now: " + certificate.statusUrl())
        .filter(line -> !line.endsWith(": "))
        .map(VisibleText::singleLine)
        .toList();
  }
}
