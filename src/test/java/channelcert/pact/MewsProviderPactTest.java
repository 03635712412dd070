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

/** The Mews side honours what a channel manager relies on, as the verifier of Pact JVM sees it. */
@Provider("mews")
@PactFolder("pact")
class MewsProviderPactTest {
  @SuppressWarnings("NullAway.Init")
  private static Pair pair;

  @SuppressWarnings("NullAway.Init")
  private static States states;

  @BeforeAll
  static void start() {
    pair = new Pair(Databases.inMemory());
    states = pair.mewsStates();
  }

  @AfterAll
  static void stop() {
    pair.close();
  }

  @BeforeEach
  void aim(PactVerificationContext context) {
    context.setTarget(HttpTestTarget.fromUrl(Urls.of(pair.mewsUrl())));
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

  @State("the connection is disabled")
  Map<String, String> disabled(Map<String, Object> parameters) {
    return set("the connection is disabled", parameters);
  }

  @State("bookings are not taken")
  Map<String, String> notTaken(Map<String, Object> parameters) {
    return set("bookings are not taken", parameters);
  }

  @State("an operation is out of order")
  Map<String, String> outOfOrder(Map<String, Object> parameters) {
    return set("an operation is out of order", parameters);
  }

  @State("the property shows images and cancellation policies")
  Map<String, String> presented(Map<String, Object> parameters) {
    return set("the property shows images and cancellation policies", parameters);
  }

  @State("a push was sent")
  Map<String, String> pushed(Map<String, Object> parameters) {
    return set("a push was sent", parameters);
  }

  @State("a booking of the property was sent")
  Map<String, String> bookingSent(Map<String, Object> parameters) {
    return set("a booking of the property was sent", parameters);
  }

  @State("a block of the property was sent")
  Map<String, String> blockSent(Map<String, Object> parameters) {
    return set("a block of the property was sent", parameters);
  }

  private static Map<String, String> set(String state, Map<String, Object> parameters) {
    Map<String, JsonNode> nodes = new TreeMap<>();
    parameters.forEach((name, value) -> nodes.put(name, Texts.MAPPER.valueToTree(value)));
    return states.set(new ProviderState(state, nodes));
  }
}
