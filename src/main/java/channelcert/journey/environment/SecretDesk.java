package channelcert.journey.environment;

import channelcert.journey.cases.CaseDesk;
import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.Environment;
import channelcert.journey.cases.ShownSecret;
import channelcert.journey.cases.StepRefused;
import channelcert.journey.people.Person;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Shows the partner, and nobody else, its client tokens, each once. */
public final class SecretDesk {
  private final ConnectionStore connections;
  private final CaseDesk desk;

  public SecretDesk(ConnectionStore connections, CaseDesk desk) {
    this.connections = connections;
    this.desk = desk;
  }

  /** The environments of a case of which the token waits to be shown. */
  public List<Environment> waiting(CertificationCase found) {
    return Arrays.stream(Environment.values())
        .filter(each -> !connections.of(found.id(), each).isEmpty())
        .filter(each -> !connections.isShown(found.id(), each))
        .toList();
  }

  /**
   * Shows the secrets of an environment.
   *
   * @throws StepRefused when there are none, or they were shown before
   */
  public List<ShownSecret> show(CertificationCase found, Environment environment, Person by) {
    List<CaseConnection> made = connections.of(found.id(), environment);
    if (made.isEmpty()) {
      throw StepRefused.conflict(
          "There is no client token of the environment " + environment + " yet.");
    }
    if (connections.isShown(found.id(), environment)) {
      throw StepRefused.conflict(
          "The client token of the environment "
              + environment
              + " was shown before, and is shown once; the history says to whom.");
    }
    desk.change(
        found,
        by,
        "showSecrets",
        Map.of("environment", environment.name()),
        List.of(ConnectionStore.shown(environment, by.id())));
    CaseConnection first = made.getFirst();
    return secrets(environment, first.clientToken(), first.employeeEmail());
  }

  /** What the partner needs of an environment. */
  static List<ShownSecret> secrets(Environment environment, String clientToken, String email) {
    String name = environment == Environment.TEST ? "demo" : "production";
    return List.of(
        new ShownSecret("client token (" + name + ")", clientToken),
        new ShownSecret("e-mail address of the user of the " + name + " property", email));
  }
}
