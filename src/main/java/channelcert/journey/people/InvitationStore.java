package channelcert.journey.people;

import static channelcert.store.journey.Tables.INVITATION;

import channelcert.journey.workflow.Role;
import channelcert.store.Database;
import java.time.Instant;
import java.util.Optional;

/** Invitations that wait for their answer. */
final class InvitationStore {
  private final Database database;

  InvitationStore(Database database) {
    this.database = database;
  }

  /** Who is invited. */
  record Invited(String organisationId, String email, Role role) {}

  void add(String tokenHash, Invited invited, String invitedBy, Instant expiresAt) {
    database
        .dsl()
        .insertInto(INVITATION)
        .columns(
            INVITATION.TOKEN_HASH,
            INVITATION.ORGANISATION_ID,
            INVITATION.EMAIL,
            INVITATION.ROLE,
            INVITATION.INVITED_BY,
            INVITATION.EXPIRES_AT)
        .values(
            tokenHash,
            invited.organisationId(),
            invited.email(),
            invited.role().name(),
            invitedBy,
            expiresAt)
        .execute();
  }

  /**
   * Takes an invitation and makes the person, once; absent when there is no such invitation or the
   * address is taken.
   *
   * @param id identifier of the new person
   */
  Optional<Person> accept(
      String tokenHash, String id, String name, String passwordHash, Instant now) {
    return database.transact(
        dsl -> {
          Optional<Person> person =
              dsl.selectFrom(INVITATION)
                  .where(INVITATION.TOKEN_HASH.eq(tokenHash))
                  .and(INVITATION.EXPIRES_AT.gt(now))
                  .forUpdate()
                  .fetchOptional(
                      row ->
                          new Person(
                              id,
                              row.getOrganisationId(),
                              row.getEmail(),
                              name,
                              Role.valueOf(row.getRole())));
          dsl.deleteFrom(INVITATION)
              .where(INVITATION.TOKEN_HASH.eq(tokenHash).or(INVITATION.EXPIRES_AT.le(now)))
              .execute();
          return person.filter(each -> PersonStore.add(dsl, each, passwordHash, now));
        });
  }
}
