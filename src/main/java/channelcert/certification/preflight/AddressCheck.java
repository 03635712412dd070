package channelcert.certification.preflight;

import static channelcert.certification.preflight.Diagnosis.Origin.CONFIGURATION;

import channelcert.certification.candidate.Candidate;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Whether the candidate can reach the Mews side at the address that it is told. */
final class AddressCheck {
  private static final String SUBJECT = "address of Mews";

  private AddressCheck() {}

  static List<Diagnosis> check(Candidate candidate, URI mewsUrl) {
    List<Diagnosis> found = new ArrayList<>();
    boolean elsewhere =
        candidate.endpoints().values().stream().anyMatch(each -> !isOwnMachine(each));
    boolean https =
        candidate.endpoints().values().stream()
            .anyMatch(each -> "https".equalsIgnoreCase(each.getScheme()));
    if (elsewhere && isOwnMachine(mewsUrl)) {
      found.add(
          Diagnosis.note(
              SUBJECT,
              CONFIGURATION,
              "the candidate runs elsewhere, but Mews is announced at " + mewsUrl,
              "Give the address at which it reaches this machine: --mews-port N with --mews-url"
                  + " https://... of a tunnel or proxy that leads to that port."));
    } else if (https && "http".equalsIgnoreCase(mewsUrl.getScheme())) {
      found.add(
          Diagnosis.note(
              SUBJECT,
              CONFIGURATION,
              "the candidate answers by https, Mews listens by plain http at " + mewsUrl,
              "Where it insists on https, end TLS in a proxy or tunnel before this port and name"
                  + " that by --mews-url https://..."));
    } else {
      found.add(
          Diagnosis.ok(
              SUBJECT,
              mewsUrl
                  + (isOwnMachine(mewsUrl) && mewsUrl.getPort() < 1
                      ? ", at another free port in every run; --mews-port N fixes it"
                      : "")));
    }
    return found;
  }

  static boolean isOwnMachine(URI address) {
    String host = address.getHost();
    return host != null
        && (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
  }
}
