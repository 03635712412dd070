package channelcert.journey.people;

import channelcert.journey.people.InvitationStore.Invited;
import channelcert.journey.workflow.Role;
import channelcert.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Log-ins, log-outs and invitations. */
public final class Accounts {
  /** How long a session lasts. */
  public static final Duration SESSION = Duration.ofHours(12);

  /** How long an invitation waits. */
  public static final Duration INVITATION = Duration.ofDays(7);

  /** Failures of an address within {@link #FAILURE_WINDOW} after which it waits. */
  static final int MOST_FAILURES = 10;

  static final Duration FAILURE_WINDOW = Duration.ofMinutes(15);

  private final PersonStore people;
  private final InvitationStore invitations;
  private final Database database;
  private final Passwords passwords;
  private final SecretTokens tokens;
  private final Supplier<String> ids;
  private final Clock clock;

  public Accounts(
      Database database,
      Passwords passwords,
      SecretTokens tokens,
      Supplier<String> ids,
      Clock clock) {
    this.database = database;
    this.people = new PersonStore(database);
    this.invitations = new InvitationStore(database);
    this.passwords = passwords;
    this.tokens = tokens;
    this.ids = ids;
    this.clock = clock;
  }

  /** What a log-in came to. */
  public sealed interface Outcome {}

  /** The person is logged in. */
  public record LoggedIn(NewLogin login) implements Outcome {}

  /** Address and password do not belong together; nobody is told which of them is wrong. */
  public record Refused() implements Outcome {}

  /** Too many log-ins of the address have failed; it waits. */
  public record Waits() implements Outcome {}

  public Outcome logIn(String email, String password) {
    String address = normal(email);
    Instant now = clock.instant();
    Instant since = now.minus(FAILURE_WINDOW);
    if (people.failures(address, since) >= MOST_FAILURES) {
      return new Waits();
    }
    Optional<PersonStore.Known> known = people.byEmail(address);
    if (known.isEmpty()) {
      passwords.matchNobody(password);
    } else if (passwords.matches(password, known.get().passwordHash())) {
      return new LoggedIn(begin(known.get().person(), now));
    }
    people.failed(address, now, since);
    return new Refused();
  }

  /** Who holds the token; absent when the session is over. */
  public Optional<Login> session(String token) {
    return people.session(SecretTokens.hash(token), clock.instant());
  }

  public void logOut(String token) {
    people.end(SecretTokens.hash(token), clock.instant());
  }

  /** Makes somebody without an invitation: the first people of an installation. */
  public Person make(String organisationId, String email, String name, Role role, String password) {
    Person person = new Person(ids.get(), organisationId, normal(email), name, role);
    String hash = passwords.hash(password);
    if (!database.transact(dsl -> PersonStore.add(dsl, person, hash, clock.instant()))) {
      throw new IllegalArgumentException("somebody has the address " + email + " already");
    }
    return person;
  }

  /**
   * Invites somebody.
   *
   * @return the token that the invitation is accepted with; to be mailed, never stored
   */
  public String invite(Person by, String organisationId, String email, Role role) {
    String token = tokens.next();
    invitations.add(
        SecretTokens.hash(token),
        new Invited(organisationId, normal(email), role),
        by.id(),
        clock.instant().plus(INVITATION));
    return token;
  }

  /** Whether an organisation is registered. */
  public boolean hasOrganisation(String id) {
    return people.hasOrganisation(id);
  }

  /** Accepts an invitation; absent when it is unknown, over, or the address is taken. */
  public Optional<NewLogin> accept(String token, String name, String password) {
    Instant now = clock.instant();
    return invitations
        .accept(SecretTokens.hash(token), ids.get(), name, passwords.hash(password), now)
        .map(person -> begin(person, now));
  }

  private NewLogin begin(Person person, Instant now) {
    String token = tokens.next();
    Login login = new Login(person, tokens.next(), now.plus(SESSION));
    people.begin(SecretTokens.hash(token), login);
    return new NewLogin(token, login);
  }

  private static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}
