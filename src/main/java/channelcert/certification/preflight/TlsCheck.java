package channelcert.certification.preflight;

import static channelcert.certification.preflight.Diagnosis.Origin.CONFIGURATION;

import java.net.URI;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** How an address is protected on the way. */
final class TlsCheck {
  private static final Duration SOON = Duration.ofDays(14);

  private TlsCheck() {}

  static Diagnosis diagnose(String field, URI address, @Nullable SSLSession tls, Clock clock) {
    if (tls == null) {
      return AddressCheck.isOwnMachine(address)
          ? Diagnosis.note(
              field,
              CONFIGURATION,
              "reached by plain HTTP on this machine",
              "Fine for trying; production needs HTTPS with TLS 1.2 or newer.")
          : Diagnosis.fault(
              field,
              CONFIGURATION,
              "plain HTTP to " + address.getHost(),
              "Register an https address; every row expects it.");
    }
    Instant end = end(tls);
    String found = "reached by " + tls.getProtocol().replace("TLSv", "TLS ");
    if (end == null) {
      return Diagnosis.ok(field, found);
    }
    LocalDate day = end.atZone(ZoneOffset.UTC).toLocalDate();
    return end.isBefore(clock.instant().plus(SOON))
        ? Diagnosis.note(
            field,
            CONFIGURATION,
            String.format(Locale.ROOT, "%s, but its certificate ends on %s", found, day),
            "Renew the certificate.")
        : Diagnosis.ok(field, found + ", certificate until " + day);
  }

  private static @Nullable Instant end(SSLSession tls) {
    try {
      Certificate first = tls.getPeerCertificates()[0];
      return first instanceof X509Certificate known ? known.getNotAfter().toInstant() : null;
    } catch (SSLPeerUnverifiedException e) {
      return null;
    }
  }
}
