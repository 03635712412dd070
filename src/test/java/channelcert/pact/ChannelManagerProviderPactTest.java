package channelcert.pact;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The reference channel manager honours what Mews relies on, as the verifier of Pact JVM sees it.
 */
@Provider("channel-manager")
@PactFolder("pact")
class ChannelManagerProviderPactTest {
  @SuppressWarnings("NullAway.Init")
  private static Pair pair;

  @SuppressWarnings("NullAway.Init")
  private static States states;

  @BeforeAll
  static void start() {
    pair = new Pair(Databases.postgres());
    states = pair.channelManagerStates();
  }

  @AfterAll
  static void stop() {
    pair.close();
  }

  @BeforeEach
  void aim(PactVerificationContext context) {
    context.setTarget(HttpTestTarget.fromUrl(Urls.of(pair.channelManagerUrl())));
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void honours(PactVerificationContext context) {
    context.verifyInteraction();
  }

  @State("the connection is active")
  Map<String, String> active(Map<String, Object> parameters) {
    return set("the connection is active", parameters);
  }

  @State("the connection is switched off")
  Map<String, String> off(Map<String, Object> parameters) {
    return set("the connection is switched off", parameters);
  }

  @State("the channel manager is in maintenance")
  Map<String, String> maintenance(Map<String, Object> parameters) {
    return set("the channel manager is in maintenance", parameters);
  }

  @State("pushes are confirmed afterwards")
  Map<String, String> later(Map<String, Object> parameters) {
    return set("pushes are confirmed afterwards", parameters);
  }

  @State("kinds of pushes are switched off")
  Map<String, String> kindsOff(Map<String, Object> parameters) {
    return set("kinds of pushes are switched off", parameters);
  }

  @State("a pair is no longer sold")
  Map<String, String> notSold(Map<String, Object> parameters) {
    return set("a pair is no longer sold", parameters);
  }

  @State("a booking was sent")
  Map<String, String> booked(Map<String, Object> parameters) {
    return set("a booking was sent", parameters);
  }

  @State("the connection may be switched by notice")
  Map<String, String> noticed(Map<String, Object> parameters) {
    return set("the connection may be switched by notice", parameters);
  }

  @State("a block was sent")
  Map<String, String> blockSent(Map<String, Object> parameters) {
    return set("a block was sent", parameters);
  }

  private static Map<String, String> set(String state, Map<String, Object> parameters) {
    Map<String, JsonNode> nodes = new TreeMap<>();
    parameters.forEach((name, value) -> nodes.put(name, Texts.MAPPER.valueToTree(value)));
    return states.set(new ProviderState(state, nodes));
  }
}
