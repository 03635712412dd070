package channelcert.journey.environment;

import channelcert.journey.cases.CertificationCase;
import channelcert.journey.cases.Environment;
import channelcert.mews.MewsControl;
import channelcert.mews.property.Property;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the partner has to know of the Mews side of a case that is no secret. */
public final class Access {
  private final ConnectionStore connections;
  private final MewsControl mews;

  public Access(ConnectionStore connections, MewsControl mews) {
    this.connections = connections;
    this.mews = mews;
  }

  /** Address of an operation that the partner calls. */
  public URI address(String operation) {
    return URI.create(mews.url() + "/api/channelManager/v1/" + operation);
  }

  /** What Get properties is called with; empty while there is no environment, or no more. */
  public Optional<String> email(CertificationCase found, Environment environment) {
    return connections.of(found.id(), environment).stream()
        .map(CaseConnection::employeeEmail)
        .findFirst();
  }

  /** What the test property calls the rates and categories that it sells. */
  public Names names(CertificationCase found) {
    Map<String, String> rates = new HashMap<>();
    Map<String, String> categories = new HashMap<>();
    for (CaseConnection each : connections.of(found.id(), Environment.TEST)) {
      Property property = mews.property(each.propertyId());
      property.ratePlans().forEach(rate -> rates.put(rate.code(), rate.name()));
      property.categories().forEach(category -> categories.put(category.code(), category.name()));
    }
    return new Names(rates, categories);
  }

  /** Names by code. */
  public record Names(Map<String, String> rates, Map<String, String> categories) {}
}
