package channelcert.journey.api;

import channelcert.contract.portal.Role;
import channelcert.contract.portal.Session;
import channelcert.journey.people.NewLogin;
import channelcert.journey.people.Organisation;
import channelcert.journey.people.Person;
import java.time.ZoneOffset;

/** People between the portal and its API. */
final class PersonMapper {
  private PersonMapper() {}

  static channelcert.contract.portal.Person person(Person person) {
    return channelcert.contract.portal.Person.builder()
        .id(person.id())
        .organisationId(person.organisationId())
        .email(person.email())
        .name(person.name())
        .role(Role.valueOf(person.role().name()))
        .build();
  }

  static channelcert.contract.portal.Organisation organisation(Organisation organisation) {
    return new channelcert.contract.portal.Organisation(organisation.id(), organisation.name());
  }

  static Session session(NewLogin login) {
    return Session.builder()
        .token(login.token())
        .formToken(login.login().formToken())
        .expiresAt(login.login().expiresAt().atOffset(ZoneOffset.UTC))
        .person(person(login.login().person()))
        .build();
  }

  static channelcert.journey.workflow.Role role(Role role) {
    return channelcert.journey.workflow.Role.valueOf(role.name());
  }
}
