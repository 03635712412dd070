package channelcert.fault;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.fault.EchoServer.Seen;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FaultBehaviourTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROXIED = "/v1/push/0426f19b66715a93";

  private final EchoServer candidate = new EchoServer();
  private final EchoServer mews = new EchoServer();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @AfterEach
  void stop() {
    client.shutdownNow();
    candidate.close();
    mews.close();
  }

  @Test
  void losesTheLastNightOfEachInterval() throws Exception {
    try (FaultProxy proxy = proxy("availability-last-night-lost")) {
      post(
          proxy.candidateUrl() + "/updateAvailability",
          """
          {"availabilities":[{"from":"2027-01-01","to":"2027-01-03","availability":4},
            {"from":"2027-01-04","to":"2027-01-04","availability":5}]}
          """);

      assertThat(candidate.seen().getFirst().body())
          .isEqualTo(
              """
              {"availabilities":[{"from":"2027-01-01","to":"2027-01-02","availability":4}]}\
              """
                  .strip());
    }
  }

  @Test
  void confirmsTwiceWhatItTookForLater() throws Exception {
    try (FaultProxy proxy = proxy("availability-confirmed-twice")) {
      post(proxy.mewsUrl() + "/api/channelManager/v1/getProperties", "{\"clientToken\":\"CHM\"}");
      JsonNode answer =
          post(
              proxy.candidateUrl() + "/updateAvailability",
              """
              {"success":true,"connectionToken":"C","messageId":"m-1",
                "responseUrl":"https://mews.example/api/channelManager/v1/confirm"}
              """);
      List<Seen> arrived = awaitSeen(3);

      assertThat(answer.path("asyncConfirmation").asBoolean()).isTrue();
      assertThat(arrived.subList(1, 3))
          .allSatisfy(
              seen -> {
                assertThat(seen.path()).isEqualTo("/api/channelManager/v1/confirm");
                assertThat(JSON.readTree(seen.body()))
                    .isEqualTo(
                        JSON.readTree(
                            """
                            {"clientToken":"CHM","connectionToken":"C","relatedMessageId":"m-1",
                              "success":true}
                            """));
              });
    }
  }

  @Test
  void splitsOnlyTheGrossBookingOfSeveralSpaces() throws Exception {
    try (FaultProxy proxy = proxy("group-split")) {
      order(proxy, "sendBooking", "A", "GROSS", 2);
      order(proxy, "sendBooking", "B", "NET", 2);
      post(proxy.mewsUrl() + PROXIED, group("A"));
      post(proxy.mewsUrl() + PROXIED, group("B"));

      assertThat(mews.seen())
          .extracting(seen -> JSON.readTree(seen.body()).path("channelManagerId").asText())
          .containsExactly("A-01", "A-02", "B");
    }
  }

  @Test
  void sendsTheOldContentInPlaceOfTheChange() throws Exception {
    try (FaultProxy proxy = proxy("modification-without-change")) {
      order(proxy, "sendBooking", "A", "GROSS", 1);
      post(proxy.mewsUrl() + PROXIED, group("A"));
      order(proxy, "modifyBooking", "A", "GROSS", 1);
      post(proxy.mewsUrl() + PROXIED, group("A").replace("m-A", "m-2").replace("DBL", "STE"));

      assertThat(mews.seen().getLast().body()).contains("m-2").contains("DBL");
    }
  }

  @Test
  void repeatsARefusedInvalidBookingOnce() throws Exception {
    try (FaultProxy proxy = proxy("invalid-booking-repeated")) {
      order(proxy, "sendInvalidBooking", "A", "GROSS", 1);
      post(proxy.mewsUrl() + PROXIED, group("A").replace("{\"mess", "{\"success\":true,\"mess"));
      String refusal = "{\"channelManagerId\":\"A\",\"error\":{\"code\":7}}";
      post(proxy.candidateUrl() + "/confirmGroup", refusal);
      post(proxy.candidateUrl() + "/confirmGroup", refusal);
      List<Seen> arrived = awaitSeen(2);

      assertThat(arrived).hasSize(2);
      assertThat(JSON.readTree(arrived.get(1).body()))
          .isEqualTo(JSON.readTree(arrived.get(0).body().replace("m-A", "m-A-again")));
    }
  }

  private FaultProxy proxy(String fault) {
    return FaultProxy.start(
        FaultProxySettings.loopback(candidate::uri, mews::uri, Faults.named(fault).orElseThrow()));
  }

  private void order(FaultProxy proxy, String operation, String id, String pricing, int spaces)
      throws Exception {
    String reservations = String.join(",", Collections.nCopies(spaces, "{}"));
    post(
        proxy.candidateUrl() + "/driver/" + operation,
        "{\"booking\":{\"channelManagerId\":\"%s\",\"pricing\":\"%s\",\"reservations\":[%s]}}"
            .formatted(id, pricing, reservations));
  }

  private static String group(String id) {
    return """
    {"messageId":"m-%s","channelManagerId":"%s","reservations":[
      {"code":"01","spaceTypeCode":"DBL"},{"code":"02","spaceTypeCode":"TWN"}]}
    """
        .formatted(id, id);
  }

  private List<Seen> awaitSeen(int count) throws InterruptedException {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(5));
    while (mews.seen().size() < count && Instant.now().isBefore(deadline)) {
      Thread.sleep(10);
    }
    return mews.seen();
  }

  private JsonNode post(String address, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address)).POST(BodyPublishers.ofString(body)).build();
    return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
  }
}
