package channelcert.pact;

import java.util.Map;

/** Puts a provider into the state that an interaction needs. */
public interface States {
  /** Nobody does: only what the ordinary state allows is verified. */
  States NONE =
      new States() {
        @Override
        public boolean knows(ProviderState state) {
          return state.name().equals(ORDINARY);
        }

        @Override
        public Map<String, String> set(ProviderState state) {
          return Map.of();
        }
      };

  /** The state in which a connected target is anyway. */
  String ORDINARY = "the connection is active";

  /** Whether {@link #set} can be asked. */
  boolean knows(ProviderState state);

  /**
   * Puts the provider into the state.
   *
   * @return what only the provider knows, by name
   * @throws StateNotSet when that fails
   */
  Map<String, String> set(ProviderState state);

  /** The provider could not be put into a state. */
  final class StateNotSet extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StateNotSet(String message) {
      super(message);
    }
  }
}
