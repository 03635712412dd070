package channelcert.pact;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import channelcert.store.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Mews side honours what a channel manager relies on. */
@Provider("mews")
@PactFolder("pact")
class MewsProviderPactTest {
  @SuppressWarnings("NullAway.Init")
  private static Pair pair;

  @BeforeAll
  static void start() {
    pair = new Pair(Databases.inMemory());
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

  @State("connection CONN-1 of client CHM-AT-MEWS to the reference property is enabled")
  void connected() {
    pair.switchOn();
  }
}
