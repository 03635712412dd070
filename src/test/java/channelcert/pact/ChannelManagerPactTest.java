package channelcert.pact;

import static channelcert.pact.Answers.refusal;
import static channelcert.pact.Answers.success;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import channelcert.contract.Operation;
import channelcert.contract.Reply;
import channelcert.contract.mews.client.ConfigurationClient;
import channelcert.contract.mews.client.PropertyClient;
import channelcert.contract.mews.client.ReservationClient;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A channel manager as the consumer of Mews: what it reads to map a property, and the groups it
 * sends.
 */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "mews", pactVersion = PactSpecVersion.V4)
class ChannelManagerPactTest {
  private static final String CONNECTED =
      "connection CONN-1 of client CHM-AT-MEWS to the reference property is enabled";
  private static final String ROOT = "/api/channelManager/v1/";

  private static final List<Interaction> INTERACTIONS =
      Stream.of(reads(), groups(), refusals()).flatMap(List::stream).toList();

  private static List<Interaction> reads() {
    return List.of(
        new Interaction(
            "journey step 4",
            "the property and its connection are found by e-mail",
            CONNECTED,
            ROOT + "getProperties",
            "{\"clientToken\":\"CHM-AT-MEWS\",\"email\":\"partner@canal-house.example\"}",
            properties()),
        new Interaction(
            "journey step 5",
            "the configuration holds what is mapped",
            CONNECTED,
            ROOT + "getConfiguration",
            "{\"clientToken\":\"CHM-AT-MEWS\",\"connectionToken\":\"CONN-1\"}",
            configuration()),
        new Interaction(
            "RES-1",
            "the channels are listed with their codes",
            CONNECTED,
            ROOT + "getChannels",
            "{\"clientToken\":\"CHM-AT-MEWS\"}",
            channels()));
  }

  private static List<Interaction> groups() {
    return List.of(
        group(
            "RES-1",
            "a booking with gross amounts is accepted",
            created("grp-201", "CM-1001", "gross")),
        group("RES-2", "a modified booking is accepted", modified("grp-202", "CM-1001")),
        group("RES-3", "a cancelled booking is accepted", cancelled("grp-203", "CM-1001")),
        group(
            "RES-4",
            "a booking with net amounts is accepted",
            created("grp-204", "CM-1002", "net")));
  }

  private static List<Interaction> refusals() {
    return List.of(
        new Interaction(
            "rule 6.2",
            "an unknown client token is refused",
            CONNECTED,
            ROOT + "getConfiguration",
            "{\"clientToken\":\"NOBODY\",\"connectionToken\":\"CONN-1\"}",
            refusal("8", 8)),
        new Interaction(
            "rule 6.2",
            "a connection of nobody is refused",
            CONNECTED,
            ROOT + "getConfiguration",
            "{\"clientToken\":\"CHM-AT-MEWS\",\"connectionToken\":\"CONN-9\"}",
            refusal("3|8", 8)));
  }

  private static Interaction group(String row, String description, String request) {
    return new Interaction(
        row, description, CONNECTED, ReservationClient.PROCESS_GROUP.path(), request, success());
  }

  @Pact(consumer = "channel-manager")
  V4Pact channelManager(PactDslWithProvider pact) {
    return Interaction.add(pact, INTERACTIONS).toPact(V4Pact.class);
  }

  @Test
  @PactTestFor(pactMethod = "channelManager")
  void everyAnswerIsUnderstood(MockServer mews) {
    PactCaller caller = new PactCaller(mews.getUrl());
    for (Interaction interaction : INTERACTIONS) {
      assertThat((Object) caller.send(operation(interaction.path()), interaction.request()))
          .as(interaction.description())
          .isInstanceOf(Reply.Answered.class);
    }
  }

  private static Operation<?, ?> operation(String path) {
    return Stream.<Operation<?, ?>>of(
            PropertyClient.GET_PROPERTIES,
            ConfigurationClient.GET_CONFIGURATION,
            ConfigurationClient.GET_CHANNELS,
            ReservationClient.PROCESS_GROUP)
        .filter(operation -> operation.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private static DslPart properties() {
    return new PactDslJsonBody()
        .booleanValue("success", true)
        .minArrayLike("properties", 1)
        .stringType("id", "canal-house")
        .stringType("name", "Canal House")
        .minArrayLike("connections", 1)
        .stringValue("token", "CONN-1")
        .closeArray()
        .closeArray();
  }

  private static DslPart configuration() {
    return new PactDslJsonBody()
        .booleanValue("success", true)
        .stringValue("connectionToken", "CONN-1")
        .object("property")
        .stringType("name", "Canal House")
        .stringType("languageCode", "en-GB")
        .stringType("timeZoneIdentifier", "Europe/Amsterdam")
        .integerType("spaceCount", 47)
        .integerMatching("pricingMode", "0|1", 0)
        .closeObject()
        .minArrayLike("ratePlans", 5)
        .stringType("code", "FLX")
        .stringType("name", "Flexible")
        .stringMatcher("currencyCode", "[A-Z]{3}", "EUR")
        .booleanType("isSynchronized", true)
        .integerMatching("rateType", "0|1", 1)
        .closeArray()
        .minArrayLike("spaceCategories", 5)
        .stringType("code", "DBL")
        .stringType("name", "Double")
        .booleanType("isSynchronized", true)
        .integerType("classification", 4)
        .integerType("spaceCount", 12)
        .closeArray()
        .minArrayLike("inventoryMappings", 25)
        .stringType("ratePlanCode", "FLX")
        .stringType("spaceTypeCode", "DBL")
        .closeArray();
  }

  private static DslPart channels() {
    return new PactDslJsonBody()
        .minArrayLike("channels", 1)
        .integerType("code", 2)
        .stringType("name", "Expedia")
        .closeArray();
  }

  private static String created(String messageId, String booking, String side) {
    return """
    {"clientToken":"CHM-AT-MEWS","connectionToken":"CONN-1","messageId":"%1$s","channelId":"EXP-998877","channelManagerId":"%2$s",
     "currencyCode":"EUR","totalAmount":{"%3$s":250.00},"paymentType":2,
     "customer":{"firstName":"Ada","lastName":"Visser","email":"ada@example.com"},
     "paymentCard":{"type":1,"number":"4111111111111111","expireDate":"1022","cvv":"123","holderName":"A Visser"},
     "sources":[{"code":2,"name":"Expedia","type":0,"isPrimary":true}],
     "reservations":[{"code":"01","spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2027-03-01","to":"2027-03-03","state":1,
       "guestCounts":[{"code":"Adult","count":2},{"code":"Child","count":1}],
       "amounts":[{"%3$s":120.00},{"%3$s":130.00}],"totalAmount":{"%3$s":250.00},
       "guests":[{"firstName":"Cas","lastName":"Visser"}]}]}\
    """
        .formatted(messageId, booking, side);
  }

  private static String modified(String messageId, String booking) {
    return created(messageId, booking, "gross")
        .replace("\"state\":1", "\"state\":2")
        .replace("130.00", "140.00")
        .replace("250.00", "260.00");
  }

  private static String cancelled(String messageId, String booking) {
    return """
    {"clientToken":"CHM-AT-MEWS","connectionToken":"CONN-1","messageId":"%s","channelId":"EXP-998877","channelManagerId":"%s","reservations":[]}\
    """
        .formatted(messageId, booking);
  }
}
