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

/** The reference channel manager honours what Mews relies on. */
@Provider("channel-manager")
@PactFolder("pact")
class ChannelManagerProviderPactTest {
  @SuppressWarnings("NullAway.Init")
  private static Pair pair;

  @BeforeAll
  static void start() {
    pair = new Pair(Databases.postgres());
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

  @State("connection CONN-1 is active and maps DBL and BED with FLX and PKG")
  void active() {
    pair.switchOn();
  }

  @State("connection CONN-1 is switched off")
  void inactive() {
    pair.switchOff();
  }

  @State("the channel manager is in maintenance")
  void maintenance() {
    pair.enterMaintenance();
  }

  @State("booking CM-1001 with reservation 01 was sent for connection CONN-1")
  void booked() {
    pair.book("CM-1001", "01");
  }
}
