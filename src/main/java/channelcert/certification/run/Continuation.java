package channelcert.certification.run;

import channelcert.mews.property.Property;
import java.util.List;
import java.util.Optional;

/** Keeps what another process would need to go on with a run. */
public interface Continuation {
  /** For runs that nobody goes on with. */
  Continuation NONE =
      new Continuation() {
        @Override
        public Optional<Bond> bond() {
          return Optional.empty();
        }

        @Override
        public void keep(Bond bond) {}
      };

  /** What people declared as mapped before the run; empty where they have to be asked. */
  default List<Property.Pair> declared() {
    return List.of();
  }

  /** The property and the connection of the run; the token is a secret. */
  record Bond(String propertyId, String connectionToken) {
    /** Without the token, so that no log can show it. */
    @Override
    public String toString() {
      return "Bond[" + propertyId + "]";
    }
  }

  /**
   * What the process before was connected by; empty where there was none, or it came not so far.
   */
  Optional<Bond> bond();

  void keep(Bond bond);
}
