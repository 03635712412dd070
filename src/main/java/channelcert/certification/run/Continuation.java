package channelcert.certification.run;

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

  /** Whether the connection was mapped before the run, so that nobody has to be asked to do it. */
  default boolean mapped() {
    return false;
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
