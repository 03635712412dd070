package channelcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.channelmanager.PlayedMews;
import channelcert.contract.mews.ProcessGroupRequest;
import channelcert.contract.shared.ConfirmationRequest;
import channelcert.contract.shared.ProcessGroupConfirmationRequest;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code kill -9} of the channel manager while pushes, bookings and groups of Mews arrive, again
 * and again. The test command kills once on each database; {@code -Dchannelcert.kills=50} is the
 * proof.
 */
class KilledUnderLoadTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int KILLS = Integer.getInteger("channelcert.kills", 1);
  private static final String CLIENT_TOKEN = "MEWS-AT-CHM";
  private static final List<String> CONNECTIONS = List.of("CONN-0", "CONN-1", "CONN-2");

  /** The connection whose pushes are confirmed afterwards. */
  private static final String LATER = "CONN-0";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private final PlayedMews mews = new PlayedMews(CONNECTIONS.toArray(String[]::new));
  private final Random random = new Random(20261125);
  private final AtomicBoolean loading = new AtomicBoolean();
  private final Set<String> bookings = ConcurrentHashMap.newKeySet();
  private final Set<String> groups = ConcurrentHashMap.newKeySet();
  private final AtomicInteger numbers = new AtomicInteger();
  private final List<Lane> lanes =
      CONNECTIONS.stream()
          .flatMap(
              connection ->
                  Stream.of("updateAvailability", "updatePrices", "updateRestrictions")
                      .map(operation -> new Lane(connection, operation)))
          .toList();
  private int port;
  private @Nullable String database;

  /** A new one for each process: connections to a killed one are not to be used again. */
  private volatile HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    mews.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"H2", "PostgreSQL"})
  void nothingAcknowledgedIsLostAndNothingIsAppliedByHalf(String kind) throws Exception {
    port = Ports.free();
    database =
        kind.equals("H2")
            ? null
            : Databases.postgres()
                .jdbc()
                .replace("jdbc:postgresql://", "postgresql://postgres:postgres@");
    Started running = serve(0);
    try {
      setUp();
      for (int kill = 1; kill <= KILLS; kill++) {
        List<Thread> load = load();
        int before = acknowledged();
        running.await(() -> acknowledged() > before + 100 && isBooked(), "load");
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(20, 700)).toNanos());
        running.kill();
        loading.set(false);
        for (Thread thread : load) {
          assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
        }
        running = serve(kill);
        assertThat(faults()).isEmpty();
        resend();
        assertThat(faults()).isEmpty();
        assertThat(stored()).containsAll(bookings);
      }
      Started last = running;
      last.await(
          () -> unsent().isEmpty(), "delivery of every acknowledged booking and confirmation");
      System.out.printf(
          "%s: %d kills, %d pushes, %d bookings and %d groups acknowledged, none lost%n",
          kind, KILLS, acknowledged(), bookings.size(), groups.size());
    } finally {
      running.close();
    }
  }

  private int acknowledged() {
    return lanes.stream().mapToInt(Lane::acknowledgements).sum();
  }

  private boolean isBooked() {
    return !bookings.isEmpty() && !groups.isEmpty();
  }

  private void setUp() throws Exception {
    for (String connection : CONNECTIONS) {
      String body =
          "{\"connectionToken\":\"%s\",\"email\":\"%s\",\"pricing\":\"GROSS\"}"
              .formatted(connection, PlayedMews.EMAIL);
      assertThat(post("driver/setUpConnection", body).statusCode()).isEqualTo(200);
    }
    String later =
        "{\"connectionToken\":\"%s\",\"asynchronous\":true,\"failNext\":false}".formatted(LATER);
    assertThat(post("driver/chooseAnswers", later).statusCode()).isEqualTo(204);
  }

  private List<Thread> load() {
    loading.set(true);
    List<Thread> threads = new ArrayList<>();
    for (Lane lane : lanes) {
      threads.add(
          repeating(
              () -> {
                boolean taken = isTaken(lane.operation, lane.next(CLIENT_TOKEN, responseUrl(lane)));
                if (taken) {
                  lane.acknowledged();
                }
                return taken;
              }));
    }
    threads.add(repeating(this::book));
    threads.add(repeating(this::receiveGroup));
    return threads;
  }

  /** Repeats until the process is gone; a refusal in between is a fault of the test. */
  private Thread repeating(Supplier<Boolean> once) {
    return Thread.ofVirtual()
        .start(
            () -> {
              while (loading.get() && once.get()) {
                Thread.onSpinWait();
              }
            });
  }

  private boolean book() {
    LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    String reference = "B-" + numbers.incrementAndGet();
    try {
      if (post("driver/sendBooking", booking(reference)).statusCode() != 204) {
        return false;
      }
      return bookings.add(reference);
    } catch (IOException | InterruptedException gone) {
      return false;
    }
  }

  private boolean receiveGroup() {
    LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    int number = numbers.incrementAndGet();
    String id = "G-" + number;
    return isTaken("processGroup", group(id, number)) && groups.add(id);
  }

  private boolean isTaken(String operation, String body) {
    try {
      return post(operation, body).body().contains("\"success\":true");
    } catch (IOException | InterruptedException gone) {
      return false;
    }
  }

  /** What was on its way when the process died is sent again with the same identifier. */
  private void resend() throws Exception {
    for (Lane lane : lanes) {
      assertThat(post(lane.operation, lane.next(CLIENT_TOKEN, responseUrl(lane))).body())
          .as(lane.toString())
          .contains("\"success\":true");
      lane.acknowledged();
    }
  }

  private String responseUrl(Lane lane) {
    return mews.responseUrl(
        switch (lane.operation) {
          case "updateAvailability" -> "processAvailabilityConfirmation";
          case "updatePrices" -> "processRateConfirmation";
          default -> "processRestrictionConfirmation";
        });
  }

  private List<String> faults() throws Exception {
    List<String> faults = new ArrayList<>();
    for (String connection : CONNECTIONS) {
      String window =
          "{\"connectionToken\":\"%s\",\"from\":\"2027-05-25\",\"to\":\"2027-08-05\"}"
              .formatted(connection);
      JsonNode ari = MAPPER.readTree(post("driver/readAri", window).body());
      lanes.stream()
          .filter(lane -> lane.connection.equals(connection))
          .map(lane -> lane.fault(ari))
          .filter(fault -> !fault.isEmpty())
          .forEach(faults::add);
    }
    return faults;
  }

  private Set<String> stored() throws Exception {
    JsonNode answer =
        MAPPER.readTree(post("driver/readBookings", "{\"connectionToken\":\"CONN-1\"}").body());
    Set<String> references = new HashSet<>();
    answer.path("bookings").forEach(each -> references.add(each.path("channelManagerId").asText()));
    return references;
  }

  /** Everything acknowledged that Mews has not heard of. */
  private Set<String> unsent() {
    Set<String> missing = new HashSet<>(bookings);
    missing.addAll(groups);
    lanes.stream()
        .filter(lane -> lane.connection.equals(LATER))
        .forEach(
            lane -> {
              for (int number = 1; number <= lane.acknowledgements(); number++) {
                missing.add(lane.messageId(number));
              }
            });
    missing.removeAll(
        mews.groups.stream()
            .map(ProcessGroupRequest::channelManagerId)
            .collect(Collectors.toSet()));
    missing.removeAll(
        mews.confirmations.stream()
            .map(ProcessGroupConfirmationRequest::relatedMessageId)
            .collect(Collectors.toSet()));
    missing.removeAll(
        mews.pushConfirmations.stream()
            .map(ConfirmationRequest::relatedMessageId)
            .collect(Collectors.toSet()));
    return missing;
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + path))
            .header("Authorization", "Bearer " + CLIENT_TOKEN)
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(60))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private Started serve(int number) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "serve",
                "channel-manager",
                "--port",
                Integer.toString(port),
                "--management-port",
                "0",
                "--mews-url",
                mews.url().toString(),
                "--client-token",
                CLIENT_TOKEN,
                "--mews-client-token",
                PlayedMews.CLIENT_TOKEN,
                "--data",
                folder.resolve("data").toString()));
    if (database != null) {
      arguments.addAll(List.of("--database", database));
    }
    Started started =
        Started.command(
            folder.resolve("serve-" + number + ".log"), arguments.toArray(String[]::new));
    started.awaitText("Stop with Ctrl+C");
    client = HttpClient.newHttpClient();
    return started;
  }

  private static String booking(String reference) {
    return """
    {"connectionToken":"CONN-1","booking":{"channelManagerId":"%1$s","channelId":"OTA-%1$s",
     "pricing":"GROSS","currencyCode":"EUR","customer":{"firstName":"Ada","lastName":"Visser"},
     "reservations":[{"code":"01","spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2027-03-01",
       "to":"2027-03-02","nightAmounts":[120.00],"adults":2,"children":0}]}}\
    """
        .formatted(reference);
  }

  private String group(String id, int number) {
    return """
    {"clientToken":"%s","connectionToken":"CONN-2","messageId":"%s","responseUrl":"%s",
     "currencyCode":"EUR","totalAmount":{"gross":250.00,"net":229.36},
     "customer":{"firstName":"Ella","lastName":"Smit"},
     "sources":[{"code":924,"name":"WEB","type":5,"isPrimary":true}],"reservations":[
     {"confirmationNumber":"%d","spaceTypeCode":"DBL","ratePlanCode":"FLX","from":"2027-04-01","to":"2027-04-03",
      "state":1,"timeState":1,"guestCounts":[{"code":"Adult","count":2}],
      "amounts":[{"gross":120.00,"net":110.09},{"gross":130.00,"net":119.27}],
      "totalAmount":{"gross":250.00,"net":229.36}}]}\
    """
        .formatted(
            CLIENT_TOKEN, id, mews.responseUrl("processGroupConfirmation"), 100_000 + number);
  }
}
