package channelcert.journey.live;

import channelcert.certification.run.Continuation;
import channelcert.journey.environment.CaseConnection;
import channelcert.mews.property.Property;
import java.util.List;
import java.util.Optional;

/**
 * A run uses the property and the connection of its case.
 *
 * @param pairs what the partner declared as mapped, each RATE/CATEGORY
 */
record CaseBond(CaseConnection connection, List<String> pairs) implements Continuation {
  @Override
  public Optional<Bond> bond() {
    return Optional.of(new Bond(connection.propertyId(), connection.connectionToken()));
  }

  @Override
  public List<Property.Pair> declared() {
    return pairs.stream()
        .map(pair -> pair.split("/", 2))
        .map(parts -> new Property.Pair(parts[0], parts[1]))
        .toList();
  }

  @Override
  public void keep(Bond bond) {
    // It is the one of the case.
  }
}
