package channelcert.journey.live;

import channelcert.certification.run.Continuation;
import channelcert.journey.environment.CaseConnection;
import java.util.Optional;

/** A run uses the property and the connection of its case, which the partner has mapped. */
record CaseBond(CaseConnection connection) implements Continuation {
  @Override
  public Optional<Bond> bond() {
    return Optional.of(new Bond(connection.propertyId(), connection.connectionToken()));
  }

  @Override
  public boolean mapped() {
    return true;
  }

  @Override
  public void keep(Bond bond) {
    // It is the one of the case.
  }
}
