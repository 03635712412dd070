package channelcert.journey.post;

import channelcert.journey.call.CallDesk;
import channelcert.journey.cases.CaseChange;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.StepInput;
import channelcert.journey.cases.StepPost;
import channelcert.journey.people.Person;
import channelcert.journey.people.PersonStore;
import channelcert.journey.workflow.Role;
import channelcert.journey.workflow.Transition;
import channelcert.mail.Letter;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes the mails of the published process. */
public final class PostDesk implements StepPost {
  private static final Set<Transition> WITH_CALENDAR = Set.of(Transition.T12, Transition.T13);

  private final MailBoxStore box;
  private final PersonStore people;
  private final CallDesk calls;
  private final Supplier<String> ids;
  private final Supplier<URI> portal;
  private final Clock clock;
  private final boolean configured;

  /**
   * Makes a desk.
   *
   * @param portal address of the portal
   * @param configured whether there is a mail server
   */
  public PostDesk(
      MailBoxStore box,
      PersonStore people,
      CallDesk calls,
      Supplier<String> ids,
      Supplier<URI> portal,
      Clock clock,
      boolean configured) {
    this.box = box;
    this.people = people;
    this.calls = calls;
    this.ids = ids;
    this.portal = portal;
    this.clock = clock;
    this.configured = configured;
  }

  /** Whether mails are sent at all. */
  public boolean isConfigured() {
    return configured;
  }

  /** What becomes of a mail. */
  public enum Fate {
    WAITING,
    SENT,
    NOT_SENT
  }

  /** What became of a mail, or will. */
  public Fate fate(StoredMail mail) {
    if (mail.sentAt() != null) {
      return Fate.SENT;
    }
    boolean tried =
        configured
            && mail.due() != null
            && mail.writtenAt().isAfter(clock.instant().minus(PostOffice.LONGEST));
    return tried ? Fate.WAITING : Fate.NOT_SENT;
  }

  /** Why a mail was not sent; absent where nothing is wrong. */
  public @Nullable String problem(StoredMail mail) {
    return configured || mail.sentAt() != null ? mail.problem() : "No mail server is configured.";
  }

  /** The mails about a case, oldest first. */
  public List<StoredMail> about(CertificationCase found) {
    return box.about(found.id());
  }

  /** The newest mails, about anything; secret texts are left out. */
  public List<StoredMail> newest() {
    return box.newest();
  }

  @Override
  public List<CaseChange> about(Transition step, CertificationCase found, StepInput input) {
    return Template.of(step).map(template -> write(template, step, found, input)).orElse(List.of());
  }

  private List<CaseChange> write(
      Template template, Transition step, CertificationCase found, StepInput input) {
    Letter letter =
        Wording.letter(
            template,
            Map.of(
                "application",
                found.application(),
                "partner",
                people.organisationName(found.organisationId()),
                "pilot",
                Objects.requireNonNullElse(found.pilotProperty(), "")),
            facts(found, input),
            calendar(step, found, input),
            clock.instant());
    return template.to().stream()
        .flatMap(to -> recipients(to, found).stream())
        .map(Person::email)
        .distinct()
        .<CaseChange>map(email -> MailBoxStore.add(ids.get(), template, email, letter))
        .toList();
  }

  private @Nullable String calendar(Transition step, CertificationCase found, StepInput input) {
    if (step == Transition.T22) {
      return calls.cancellation(found).orElse(null);
    }
    return WITH_CALENDAR.contains(step) ? calls.invitation(found, input) : null;
  }

  private Map<String, String> facts(CertificationCase found, StepInput input) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Case", found.id());
    facts.put("Attempt", Integer.toString(found.attempt()));
    facts.put("Comment", text(input.comment()));
    facts.put("Change", text(input.change()));
    facts.put("Pilot property", text(input.pilotProperty()));
    facts.put(
        "Issues",
        String.join(
            "\n",
            input.issues().stream()
                .map(each -> (each.critical() ? "critical: " : "minor: ") + each.content())
                .toList()));
    facts.put("Portal", portal.get() + "/portal/cases/" + found.id());
    return facts;
  }

  private List<Person> recipients(Template.To to, CertificationCase found) {
    return switch (to) {
      case PARTNER -> people.of(found.organisationId(), Role.PARTNER);
      case PROPERTY -> people.of(found.organisationId(), Set.of(Role.PROPERTY));
      case MEWS -> people.of(Person.MEWS, Role.MEWS);
    };
  }

  /**
   * Mails an invitation.
   *
   * @param token what it is accepted with; a secret
   * @return whether it will be mailed; not where no server is configured
   */
  public boolean invite(String email, String token) {
    if (configured) {
      box.addSealed(
          ids.get(),
          Template.INVITATION,
          email,
          Wording.letter(
              Template.INVITATION,
              Map.of(),
              Map.of("Address", portal.get() + "/invitation#" + token),
              null,
              clock.instant()));
    }
    return configured;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
