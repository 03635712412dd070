package channelcert.journey.api;

import channelcert.contract.portal.Acceptance;
import channelcert.contract.portal.Invitation;
import channelcert.contract.portal.Invited;
import channelcert.contract.portal.Organisation;
import channelcert.contract.portal.OrganisationList;
import channelcert.contract.portal.PersonList;
import channelcert.contract.portal.Session;
import channelcert.contract.portal.api.PeopleApi;
import channelcert.journey.pages.Invites;
import channelcert.journey.people.Accounts;
import channelcert.journey.people.Person;
import channelcert.journey.people.PersonStore;
import channelcert.journey.workflow.Role;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Organisations, the people in them, and invitations. */
public final class PeopleResource implements PeopleApi {
  private final Accounts accounts;
  private final PersonStore people;
  private final InvitationPost post;
  private final Supplier<URI> portal;
  private final Clock clock;

  @SuppressWarnings("NullAway.Init")
  @Context
  private SecurityContext security;

  PeopleResource(
      Accounts accounts,
      PersonStore people,
      InvitationPost post,
      Supplier<URI> portal,
      Clock clock) {
    this.accounts = accounts;
    this.people = people;
    this.post = post;
    this.portal = portal;
    this.clock = clock;
  }

  @Override
  public OrganisationList listOrganisations() {
    return new OrganisationList(
        people.organisationsVisibleTo(Caller.person(security)).stream()
            .map(PersonMapper::organisation)
            .toList());
  }

  @Override
  public Organisation createOrganisation(Organisation organisation) {
    if (!people.add(
        new channelcert.journey.people.Organisation(organisation.id(), organisation.name()))) {
      throw PortalRefusal.conflict("The Partner ID " + organisation.id() + " is registered.");
    }
    return organisation;
  }

  @Override
  public PersonList listPeople() {
    return new PersonList(
        people.visibleTo(Caller.person(security)).stream().map(PersonMapper::person).toList());
  }

  @Override
  public Invited invite(Invitation invitation) {
    @Nullable String link =
        invite(
            Caller.person(security),
            invitation.organisationId(),
            invitation.email(),
            PersonMapper.role(invitation.role()));
    return Invited.builder()
        .mailed(link == null)
        .link(link)
        .expiresAt(clock.instant().plus(Accounts.INVITATION).atOffset(ZoneOffset.UTC))
        .build();
  }

  /** The same for the pages. */
  Invites.Outcome invited(Person by, String organisationId, String email, Role role) {
    try {
      return new Invites.Sent(invite(by, organisationId, email, role));
    } catch (PortalRefusal refused) {
      return new Invites.Refused(refused.field(), String.valueOf(refused.getMessage()));
    }
  }

  /** Answers the link to hand over; null when it was mailed. */
  private @Nullable String invite(Person by, String organisationId, String email, Role role) {
    requireMayInvite(by, organisationId, role);
    requireAddress(email);
    String token = accounts.invite(by, organisationId, email, role);
    return post.send(email, token) ? null : portal.get() + "/invitation#" + token;
  }

  private void requireMayInvite(Person by, String organisationId, Role role) {
    if (!by.maySee(organisationId) || !accounts.hasOrganisation(organisationId)) {
      throw PortalRefusal.invalid(
          "organisationId", "There is no organisation " + organisationId + " that you invite for.");
    }
    boolean mews = organisationId.equals(Person.MEWS);
    if (mews != role.isMews()) {
      throw PortalRefusal.invalid(
          "role",
          mews
              ? "People of Mews are certifiers or lead certifiers."
              : "Certifiers belong to Mews; choose another role.");
    }
    if (mews && by.role() != Role.LEAD_CERTIFIER) {
      throw PortalRefusal.forbidden("People of Mews are invited by a lead certifier.");
    }
  }

  private static void requireAddress(String email) {
    if (!email.strip().matches("[^@\\s<>\"]+@[^@\\s<>\"]+\\.[^@\\s<>\".]+")) {
      throw PortalRefusal.invalid("email", "That is no e-mail address, such as ada@acme.example.");
    }
  }

  @Override
  public Session acceptInvitation(Acceptance acceptance) {
    return accounts
        .accept(acceptance.token(), acceptance.name(), acceptance.password())
        .map(PersonMapper::session)
        .orElseThrow(
            () ->
                PortalRefusal.invalid(
                    "token",
                    "The invitation is unknown, was used, or is over; ask for another one."));
  }
}
