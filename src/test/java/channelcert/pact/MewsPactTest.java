package channelcert.pact;

import static channelcert.pact.Answers.refusal;
import static channelcert.pact.Answers.success;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import channelcert.contract.Operation;
import channelcert.contract.Reply;
import channelcert.contract.channelmanager.client.InventoryClient;
import channelcert.contract.channelmanager.client.ReservationConfirmationClient;
import channelcert.contract.shared.SimpleResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Mews as the consumer of a channel manager: pushes, confirmations, and the refusals that the
 * certification expects.
 */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "channel-manager", pactVersion = PactSpecVersion.V4)
class MewsPactTest {
  private static final String MAPPED =
      "connection CONN-1 is active and maps DBL and BED with FLX and PKG";
  private static final String INACTIVE = "connection CONN-1 is switched off";
  private static final String MAINTENANCE = "the channel manager is in maintenance";
  private static final String BOOKED =
      "booking CM-1001 with reservation 01 was sent for connection CONN-1";

  private static final List<Interaction> INTERACTIONS =
      Stream.of(pushes(), refusedPushes(), confirmations()).flatMap(List::stream).toList();

  private static List<Interaction> pushes() {
    return List.of(
        push(
            "INV-1",
            "availability is accepted",
            MAPPED,
            "updateAvailability",
            availability("m-101", "DBL"),
            success()),
        push(
            "INV-2",
            "prices are accepted, gross and net",
            MAPPED,
            "updatePrices",
            prices("m-102", "FLX", "120.00", "110.09"),
            success()),
        push(
            "INV-4",
            "restrictions are accepted",
            MAPPED,
            "updateRestrictions",
            restrictions("m-103"),
            success()),
        push(
            "INV-5",
            "prices of a package are accepted",
            MAPPED,
            "updatePrices",
            prices("m-104", "PKG", "144.00", "132.11"),
            success()));
  }

  private static List<Interaction> refusedPushes() {
    return List.of(
        push(
            "ERR-3",
            "an unmapped category is refused by name",
            MAPPED,
            "updateAvailability",
            availability("m-105", "XYZ"),
            refusal(10, "categoryCode", "XYZ")),
        push(
            "ERR-4",
            "an unmapped rate is refused by name",
            MAPPED,
            "updatePrices",
            prices("m-106", "ABC", "120.00", "110.09"),
            refusal(9, "rateCode", "ABC")),
        push(
            "ERR-5",
            "availability for a connection that is off is refused",
            INACTIVE,
            "updateAvailability",
            availability("m-107", "DBL"),
            refusal("3|8", 3)),
        push(
            "ERR-5",
            "prices for a connection that is off are refused",
            INACTIVE,
            "updatePrices",
            prices("m-108", "FLX", "120.00", "110.09"),
            refusal("3|8", 3)),
        push(
            "ERR-5",
            "restrictions for a connection that is off are refused",
            INACTIVE,
            "updateRestrictions",
            restrictions("m-109"),
            refusal("3|8", 3)),
        push(
            "ERR-1",
            "a push during maintenance is answered as a system error",
            MAINTENANCE,
            "updateAvailability",
            availability("m-110", "DBL"),
            refusal("1", 1)));
  }

  private static List<Interaction> confirmations() {
    return List.of(
        push(
            "RES-1",
            "a confirmation of a known booking is accepted",
            BOOKED,
            "confirmGroup",
            confirmation("CM-1001", "01", "100234"),
            success()),
        push(
            "ERR-6",
            "an error about a known booking is accepted",
            BOOKED,
            "confirmGroup",
            failure("CM-1001"),
            success()),
        push(
            "ERR-2",
            "a confirmation of an unknown booking is refused",
            MAPPED,
            "confirmGroup",
            confirmation("CM-9999", "01", "100999"),
            refusal("2", 2)));
  }

  private static Interaction push(
      String row,
      String description,
      String state,
      String operation,
      String request,
      au.com.dius.pact.consumer.dsl.DslPart answer) {
    return new Interaction(row, description, state, "/" + operation, request, answer);
  }

  @Pact(consumer = "mews")
  V4Pact mews(PactDslWithProvider pact) {
    return Interaction.add(pact, INTERACTIONS).toPact(V4Pact.class);
  }

  @Test
  @PactTestFor(pactMethod = "mews")
  void everyAnswerIsUnderstood(MockServer channelManager) {
    PactCaller caller = new PactCaller(channelManager.getUrl());
    for (Interaction interaction : INTERACTIONS) {
      Reply<SimpleResponse> reply =
          caller.send(operation(interaction.path()), interaction.request());
      assertThat(reply).as(interaction.description()).isInstanceOf(Reply.Answered.class);
    }
  }

  private static Operation<?, SimpleResponse> operation(String path) {
    return Stream.of(
            InventoryClient.UPDATE_AVAILABILITY,
            InventoryClient.UPDATE_PRICES,
            InventoryClient.UPDATE_RESTRICTIONS,
            ReservationConfirmationClient.CONFIRM_GROUP)
        .filter(operation -> operation.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private static String availability(String messageId, String spaceType) {
    return """
    {"clientToken":"MEWS-AT-CHM","connectionToken":"CONN-1","messageId":"%s",
     "responseUrl":"https://api.mews-demo.com/api/channelManager/v1/processAvailabilityConfirmation",
     "availabilities":[{"spaceTypeCode":"%s","from":"2027-01-01","to":"2027-01-14","availability":7},
                       {"spaceTypeCode":"BED","from":"2027-01-01","to":"2027-01-31","availability":12}]}\
    """
        .formatted(messageId, spaceType);
  }

  private static String prices(String messageId, String ratePlan, String gross, String net) {
    return """
    {"clientToken":"MEWS-AT-CHM","connectionToken":"CONN-1","messageId":"%s",
     "responseUrl":"https://api.mews-demo.com/api/channelManager/v1/processRateConfirmation",
     "ratePrices":[{"spaceTypeCode":"DBL","ratePlanCode":"%s","from":"2027-01-01","to":"2027-01-14",
       "prices":[{"grossAmount":%s,"netAmount":%s,"currencyCode":"EUR","guestCount":2}]}]}\
    """
        .formatted(messageId, ratePlan, gross, net);
  }

  private static String restrictions(String messageId) {
    return """
    {"clientToken":"MEWS-AT-CHM","connectionToken":"CONN-1","messageId":"%s",
     "responseUrl":"https://api.mews-demo.com/api/channelManager/v1/processRestrictionConfirmation",
     "restrictions":[
      {"spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2027-01-01","to":"2027-01-31","state":[1],"minLos":2,"maxLos":14},
      {"spaceTypeCode":"BED","ratePlanCode":"FLX","from":"2027-01-10","to":"2027-01-10","state":[2,8]}]}\
    """
        .formatted(messageId);
  }

  private static String confirmation(String booking, String code, String number) {
    return """
    {"clientToken":"MEWS-AT-CHM","connectionToken":"CONN-1","relatedMessageId":"grp-0001","channelManagerId":"%s",
     "reservations":[{"code":"%s","confirmationNumber":"%s"}]}\
    """
        .formatted(booking, code, number);
  }

  private static String failure(String booking) {
    return """
    {"clientToken":"MEWS-AT-CHM","connectionToken":"CONN-1","relatedMessageId":"grp-0001","channelManagerId":"%s",
     "error":{"code":7,"message":"Reservation 01: departure 2027-03-01 is not after arrival 2027-03-03."}}\
    """
        .formatted(booking);
  }
}
