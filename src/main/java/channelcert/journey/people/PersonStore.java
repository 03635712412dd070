package channelcert.journey.people;

import static channelcert.store.journey.Tables.LOGIN_FAILURE;
import static channelcert.store.journey.Tables.LOGIN_SESSION;
import static channelcert.store.journey.Tables.ORGANISATION;
import static channelcert.store.journey.Tables.PERSON;

import channelcert.journey.workflow.Role;
import channelcert.store.Database;
import channelcert.store.journey.tables.records.PersonRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Organisations, people and their sessions. */
public final class PersonStore {
  private final Database database;

  public PersonStore(Database database) {
    this.database = database;
  }

  /** A person with the hash of the password. */
  record Known(Person person, String passwordHash) {}

  public Optional<Person> find(String id) {
    return database.dsl().fetchOptional(PERSON, PERSON.ID.eq(id)).map(PersonStore::person);
  }

  /** Who can log in with an address in lower case. */
  Optional<Known> byEmail(String email) {
    return database
        .dsl()
        .fetchOptional(PERSON, PERSON.EMAIL.eq(email).and(PERSON.DISABLED.isFalse()))
        .map(row -> new Known(person(row), row.getPasswordHash()));
  }

  /** Everybody that somebody may see, by name. */
  public List<Person> visibleTo(Person person) {
    return database
        .dsl()
        .selectFrom(PERSON)
        .where(
            person.role().isMews()
                ? DSL.noCondition()
                : PERSON.ORGANISATION_ID.eq(person.organisationId()))
        .orderBy(PERSON.NAME, PERSON.ID)
        .fetch(PersonStore::person);
  }

  /** Every organisation that somebody may see, by name. */
  public List<Organisation> organisationsVisibleTo(Person person) {
    return database
        .dsl()
        .selectFrom(ORGANISATION)
        .where(
            person.role().isMews()
                ? DSL.noCondition()
                : ORGANISATION.ID.eq(person.organisationId()))
        .orderBy(ORGANISATION.NAME, ORGANISATION.ID)
        .fetch(row -> new Organisation(row.getId(), row.getName()));
  }

  /** What an organisation is called. */
  public String organisationName(String id) {
    return database
        .dsl()
        .select(ORGANISATION.NAME)
        .from(ORGANISATION)
        .where(ORGANISATION.ID.eq(id))
        .fetchOptional(ORGANISATION.NAME)
        .orElse(id);
  }

  /** Everybody of an organisation with one of the roles, who may log in. */
  public List<Person> of(String organisationId, Set<Role> roles) {
    return database
        .dsl()
        .selectFrom(PERSON)
        .where(PERSON.ORGANISATION_ID.eq(organisationId))
        .and(PERSON.ROLE.in(roles.stream().map(Role::name).toList()))
        .and(PERSON.DISABLED.isFalse())
        .orderBy(PERSON.NAME, PERSON.ID)
        .fetch(PersonStore::person);
  }

  /** Adds an organisation; answers whether its identifier was free. */
  public boolean add(Organisation organisation) {
    return database
            .dsl()
            .insertInto(ORGANISATION, ORGANISATION.ID, ORGANISATION.NAME)
            .values(organisation.id(), organisation.name())
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  boolean hasOrganisation(String id) {
    return database.dsl().fetchExists(ORGANISATION, ORGANISATION.ID.eq(id));
  }

  /** Adds a person; answers whether the address was free. */
  static boolean add(DSLContext dsl, Person person, String passwordHash, Instant now) {
    return dsl.insertInto(PERSON)
            .columns(
                PERSON.ID,
                PERSON.ORGANISATION_ID,
                PERSON.EMAIL,
                PERSON.NAME,
                PERSON.ROLE,
                PERSON.PASSWORD_HASH,
                PERSON.DISABLED,
                PERSON.CREATED_AT)
            .values(
                person.id(),
                person.organisationId(),
                person.email(),
                person.name(),
                person.role().name(),
                passwordHash,
                false,
                now)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  void begin(String tokenHash, Login login) {
    database
        .dsl()
        .insertInto(LOGIN_SESSION)
        .columns(
            LOGIN_SESSION.TOKEN_HASH,
            LOGIN_SESSION.PERSON_ID,
            LOGIN_SESSION.FORM_TOKEN,
            LOGIN_SESSION.EXPIRES_AT)
        .values(tokenHash, login.person().id(), login.formToken(), login.expiresAt())
        .execute();
  }

  Optional<Login> session(String tokenHash, Instant now) {
    return database
        .dsl()
        .select(PERSON.asterisk(), LOGIN_SESSION.FORM_TOKEN, LOGIN_SESSION.EXPIRES_AT)
        .from(LOGIN_SESSION)
        .join(PERSON)
        .on(PERSON.ID.eq(LOGIN_SESSION.PERSON_ID))
        .where(LOGIN_SESSION.TOKEN_HASH.eq(tokenHash))
        .and(LOGIN_SESSION.EXPIRES_AT.gt(now))
        .and(PERSON.DISABLED.isFalse())
        .fetchOptional(
            row ->
                new Login(
                    person(row.into(PERSON)),
                    row.get(LOGIN_SESSION.FORM_TOKEN),
                    row.get(LOGIN_SESSION.EXPIRES_AT)));
  }

  /** Ends a session, and forgets those that are over. */
  void end(String tokenHash, Instant now) {
    database
        .dsl()
        .deleteFrom(LOGIN_SESSION)
        .where(LOGIN_SESSION.TOKEN_HASH.eq(tokenHash).or(LOGIN_SESSION.EXPIRES_AT.le(now)))
        .execute();
  }

  /** How often log-ins of an address have failed since a moment. */
  int failures(String email, Instant since) {
    return database
        .dsl()
        .select(LOGIN_FAILURE.FAILURES)
        .from(LOGIN_FAILURE)
        .where(LOGIN_FAILURE.EMAIL.eq(email))
        .and(LOGIN_FAILURE.SINCE.gt(since))
        .fetchOptional(LOGIN_FAILURE.FAILURES)
        .orElse(0);
  }

  /** Counts one more failure, from one again when the last ones are older than the moment. */
  void failed(String email, Instant now, Instant since) {
    database.run(
        dsl -> {
          dsl.deleteFrom(LOGIN_FAILURE).where(LOGIN_FAILURE.SINCE.le(since)).execute();
          dsl.insertInto(LOGIN_FAILURE)
              .columns(LOGIN_FAILURE.EMAIL, LOGIN_FAILURE.SINCE, LOGIN_FAILURE.FAILURES)
              .values(email, now, 0)
              .onConflictDoNothing()
              .execute();
          dsl.update(LOGIN_FAILURE)
              .set(LOGIN_FAILURE.FAILURES, LOGIN_FAILURE.FAILURES.plus(1))
              .where(LOGIN_FAILURE.EMAIL.eq(email))
              .execute();
        });
  }

  private static Person person(PersonRecord row) {
    return new Person(
        row.getId(),
        row.getOrganisationId(),
        row.getEmail(),
        row.getName(),
        Role.valueOf(row.getRole()));
  }
}
