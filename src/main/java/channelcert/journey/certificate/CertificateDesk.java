package channelcert.journey.certificate;

import channelcert.certification.sign.SigningKeys;
import channelcert.certification.sign.Sort;
import channelcert.journey.audit.AuditEntry;
import channelcert.journey.audit.AuditStore;
import channelcert.journey.audit.HashChain;
import channelcert.journey.cases.Action;
import channelcert.journey.cases.CaseChange;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.Details;
import channelcert.journey.cases.StepInput;
import channelcert.journey.cases.StepRefused;
import channelcert.journey.file.Features;
import channelcert.journey.people.Person;
import channelcert.journey.people.PersonStore;
import channelcert.journey.run.Executed;
import channelcert.journey.run.Overridden;
import channelcert.journey.workflow.Effect;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Signs certificates and revokes them. */
public final class CertificateDesk {
  private static final String TOO_LATE =
      "The pilot was not completed within six months of the certification.";

  private final CertificateStore store;
  private final AuditStore audit;
  private final PersonStore people;
  private final Executed executed;
  private final SigningKeys keys;
  private final Supplier<String> ids;
  private final Supplier<URI> portal;
  private final Clock clock;

  /**
   * Makes a desk.
   *
   * @param ids identifiers; whoever holds the one of a certificate may read it
   * @param portal address of the portal
   */
  public CertificateDesk(
      CertificateStore store,
      AuditStore audit,
      PersonStore people,
      Executed executed,
      SigningKeys keys,
      Supplier<String> ids,
      Supplier<URI> portal,
      Clock clock) {
    this.store = store;
    this.audit = audit;
    this.people = people;
    this.executed = executed;
    this.keys = keys;
    this.ids = ids;
    this.portal = portal;
    this.clock = clock;
  }

  /** What the effects of steps do with the certificate. */
  public Map<Effect, Action> actions() {
    return Map.of(
        Effect.ISSUE_CERTIFICATE, (found, input, by) -> issue(found, by),
        Effect.REVOKE_CERTIFICATE, (found, input, by) -> revoke(input));
  }

  /** The certificates of a case, the newest first. */
  public List<IssuedCertificate> of(CertificationCase found) {
    return store.of(found.id());
  }

  /** A certificate, for anybody. */
  public Optional<IssuedCertificate> find(String id) {
    return store.find(id);
  }

  /** The public keys as a JWK Set. */
  public String published() {
    return keys.published();
  }

  private Action.Prepared issue(CertificationCase found, @Nullable Person by) {
    List<AuditEntry> history = audit.entries(found.id());
    if (!HashChain.holds(history)) {
      throw StepRefused.conflict(
          "The history of the case was changed outside the portal; nothing can be certified on"
              + " it.");
    }
    List<Overridden> aside = executed.overridden(found);
    if (by != null && aside.stream().anyMatch(each -> each.personId().equals(by.id()))) {
      throw StepRefused.forbidden(
          "You set a row of this certification aside; another lead certifier has to sign it.");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    String id = ids.get();
    Certificate certificate =
        new Certificate(
            Certificate.SCHEMA,
            id,
            found.id(),
            people.organisationName(found.organisationId()),
            found.organisationId(),
            found.application(),
            found.attempt(),
            now.toString(),
            name(found.recommendedBy()),
            by == null ? "" : by.name(),
            Features.of(Details.of(found.details())),
            executed.certified(found).stream().sorted(Features.PUBLISHED_ORDER).toList(),
            aside.stream()
                .map(each -> "%s: %s (%s)".formatted(each.code(), each.reason(), each.by()))
                .toList(),
            history.getLast().hash(),
            history.getLast().number(),
            portal.get() + "/api/certificates/" + id);
    String signed = keys.sign(Sort.CERTIFICATE, certificate.json());
    return Action.Prepared.of(
        CertificateStore.add(certificate, signed, now), new CaseChange.Certified(now));
  }

  private String name(@Nullable String personId) {
    return personId == null ? "" : people.find(personId).map(Person::name).orElse(personId);
  }

  private static Action.Prepared revoke(StepInput input) {
    String change = input.change();
    return Action.Prepared.of(
        CertificateStore.revoke(
            change == null || change.isBlank() ? TOO_LATE : "Re-certification: " + change.strip()));
  }
}
