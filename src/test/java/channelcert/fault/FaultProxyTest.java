package channelcert.fault;

import static channelcert.fault.Behaviours.both;
import static channelcert.fault.Behaviours.dropRequest;
import static channelcert.fault.Behaviours.onAnswer;
import static channelcert.fault.Behaviours.onRequest;
import static channelcert.fault.Fault.fault;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.fault.EchoServer.Seen;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FaultProxyTest {
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
  void passesRequestAndAnswerUnchangedOnBothSides() throws Exception {
    String body = "{ \"amount\" : 120.00, \"name\":\"Zo\u00eb\" ,\"a\":1, \"a\":2 }";
    try (FaultProxy proxy = proxy(Fault.NONE)) {
      HttpResponse<String> fromCandidate = post(proxy.candidateUrl() + "/api/x?y=1%202", body);
      HttpResponse<String> fromMews = post(proxy.mewsUrl() + "/v1/push/0426f19b66715a93", body);

      assertThat(fromCandidate.body()).isEqualTo(body);
      assertThat(fromCandidate.headers().firstValue("content-type"))
          .contains("application/json; charset=utf-8");
      assertThat(fromCandidate.headers().firstValue("x-answered-by")).contains("echo");
      assertThat(fromMews.body()).isEqualTo(body);
      assertThat(candidate.seen())
          .containsExactly(
              new Seen("POST", "/api/x?y=1%202", "application/json", "Bearer secret", body));
      assertThat(mews.seen()).extracting(Seen::path).containsExactly("/v1/push/0426f19b66715a93");
    }
  }

  @Test
  void passesOtherMethodsAndStatuses() throws Exception {
    try (FaultProxy proxy = proxy(Fault.NONE)) {
      URI address = URI.create(proxy.candidateUrl() + "/refuse");
      HttpResponse<String> answer =
          client.send(HttpRequest.newBuilder(address).GET().build(), BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(418);
      assertThat(answer.body()).isEmpty();
      assertThat(candidate.seen()).extracting(Seen::method).containsExactly("GET");
    }
  }

  @Test
  void pointsResponseUrlToItselfWithoutTouchingTheRest() throws Exception {
    try (FaultProxy proxy = proxy(Fault.NONE)) {
      String push = "{\"responseUrl\" : \"%s/api/x\", \"n\":1.00, \"z\":\"\u00e9\"}";
      post(proxy.candidateUrl() + "/updatePrices", push.formatted("https://mews.example:99"));
      post(proxy.mewsUrl() + "/updatePrices", push.formatted("https://mews.example:99"));

      assertThat(candidate.seen())
          .extracting(Seen::body)
          .containsExactly(push.formatted(proxy.mewsUrl()));
      assertThat(mews.seen())
          .extracting(Seen::body)
          .containsExactly(push.formatted("https://mews.example:99"));
    }
  }

  @Test
  void appliesAFaultToItsOperationOnly() throws Exception {
    Behaviour units = onRequest(Endpoint.UPDATE_AVAILABILITY, (push, memory) -> push.put("n", 5));
    Behaviour refusal =
        onAnswer(Endpoint.UPDATE_AVAILABILITY, (push, answer, memory) -> answer.put("seen", true));
    try (FaultProxy proxy = proxy(faulty(both(units, refusal)))) {
      String changed = post(proxy.candidateUrl() + "/updateAvailability", "{\"p\":1.10}").body();
      String html = post(proxy.candidateUrl() + "/updateAvailability", "<html>").body();
      String other = post(proxy.candidateUrl() + "/updatePrices", "{\"p\":1.10}").body();

      assertThat(changed).isEqualTo("{\"p\":1.10,\"n\":5,\"seen\":true}");
      assertThat(html).isEqualTo("<html>");
      assertThat(other).isEqualTo("{\"p\":1.10}");
    }
  }

  @Test
  void dropsARequestAndAnswersInItsPlace() throws Exception {
    Behaviour drop =
        dropRequest(Endpoint.CONFIRM_GROUP, asked -> Answer.of(200, "text/html", "<p>ok</p>"));
    try (FaultProxy proxy = proxy(faulty(drop))) {
      HttpResponse<String> answer = post(proxy.candidateUrl() + "/confirmGroup", "{}");

      assertThat(answer.body()).isEqualTo("<p>ok</p>");
      assertThat(answer.headers().firstValue("content-type")).contains("text/html");
      assertThat(candidate.seen()).isEmpty();
    }
  }

  @Test
  void answers502WhereThePartyIsNotThere() throws Exception {
    URI nobody = mews.uri();
    try (FaultProxy proxy =
        FaultProxy.start(FaultProxySettings.loopback(candidate::uri, () -> nobody, Fault.NONE))) {
      mews.close();
      assertThat(post(proxy.mewsUrl() + "/getProperties", "{}").statusCode()).isEqualTo(502);
    }
  }

  @Test
  void carriesManyRequestsAtOnceAndEachGetsItsOwnAnswer() throws Exception {
    try (FaultProxy proxy = proxy(Fault.NONE);
        ExecutorService callers = Executors.newFixedThreadPool(16)) {
      List<Callable<String>> calls =
          IntStream.range(0, 400).<Callable<String>>mapToObj(i -> () -> echoed(proxy, i)).toList();
      List<Future<String>> answers = callers.invokeAll(calls);

      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()).isEqualTo("{\"i\":" + i + "}");
      }
    }
  }

  @Test
  void isFastForSmallAndForLargeMessages() throws Exception {
    String large = "{\"responseUrl\":\"http://m/x\",\"pad\":\"" + "x".repeat(8 << 20) + "\"}";
    try (FaultProxy proxy = proxy(Fault.NONE)) {
      echoed(proxy, 0);
      Duration small = time(() -> IntStream.range(0, 100).forEach(i -> echoed(proxy, i)));
      Duration big = time(() -> postUnchecked(proxy.candidateUrl() + "/updatePrices", large));

      System.out.printf("fault proxy: 100 small messages %s, 8 MB %s%n", small, big);
      assertThat(small).isLessThan(Duration.ofSeconds(3));
      assertThat(big).isLessThan(Duration.ofSeconds(3));
    }
  }

  private FaultProxy proxy(Fault fault) {
    return FaultProxy.start(FaultProxySettings.loopback(candidate::uri, mews::uri, fault));
  }

  private static Fault faulty(Behaviour behaviour) {
    return fault("test", "A rule.").foundBy("INV-1", "read-back").as(behaviour);
  }

  private String echoed(FaultProxy proxy, int number) {
    return postUnchecked(proxy.candidateUrl() + "/confirmGroup", "{\"i\":" + number + "}");
  }

  private String postUnchecked(String address, String body) {
    try {
      return post(address, body).body();
    } catch (Exception e) {
      throw new AssertionError(address, e);
    }
  }

  private HttpResponse<String> post(String address, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer secret")
            .POST(BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static Duration time(Runnable work) {
    Instant start = Instant.now();
    work.run();
    return Duration.between(start, Instant.now());
  }
}
