package channelcert.fault;

import static channelcert.fault.Behaviours.at;
import static channelcert.fault.Endpoint.UPDATE_AVAILABILITY;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.verdict.RunResult;
import channelcert.certification.verdict.lesson.Cause;
import channelcert.exchange.Body;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traffic that no test asked for is recorded, judged or set aside, and never mixed into a row. */
final class BadTrafficTest {
  private static final String PROCESS = "/v1/push/0426f19b66715a93";
  private static final String CONFIRM = "/api/channelManager/v1/processAvailabilityConfirmation";
  private static final int FLOOD = 400;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void aFloodOfBookingsBetweenPushesChangesNoVerdict() throws Exception {
    RunResult result =
        certify(
            (push, wire) -> {
              for (int i = 0; i < FLOOD; i++) {
                wire.send(message(PROCESS, push).withBody(stray(push, wire.memory(), i)));
              }
            },
            Set.of("INV-1", "ERR-2"));

    assertThat(Matrix.notPassed(result)).isEmpty();
  }

  @Test
  void confirmationsOfNoPushAndOfOtherConnectionsChangeNoVerdict() throws Exception {
    RunResult result =
        certify(
            (push, wire) -> {
              confirm(push, wire, "never-sent", push.path("connectionToken").asText());
              confirm(push, wire, push.path("messageId").asText(), "OF-SOMEBODY-ELSE");
            },
            Set.of("INV-1"));

    assertThat(Matrix.notPassed(result)).isEmpty();
  }

  @Test
  void swappedMessageIdsOfConfirmationsAreFound() throws Exception {
    AtomicInteger number = new AtomicInteger();
    Fault swapping =
        fault(
            new Asynchronous(
                UPDATE_AVAILABILITY, id -> List.of("swapped-" + number.incrementAndGet())));
    RunResult result =
        Trial.of(swapping, 5, folder.resolve("swapped")).on(Set.of("INV-1")).certify();

    assertThat(Matrix.notPassed(result)).containsOnlyKeys("INV-1");
    assertThat(causes(result)).contains(Cause.CONFIRMED_ANOTHER);
  }

  /** What a candidate sends unasked, after each push of availability. */
  @FunctionalInterface
  private interface Unasked {
    void send(ObjectNode push, Wire wire);
  }

  private RunResult certify(Unasked unasked, Set<String> rows) throws InterruptedException {
    Behaviour behaviour =
        at(
            UPDATE_AVAILABILITY,
            (request, wire) -> {
              Answer answer = wire.send(request);
              Tree.read(request.body()).ifPresent(push -> unasked.send(push, wire));
              return answer;
            });
    return Trial.of(fault(behaviour), 5, folder.resolve("unasked")).on(rows).certify();
  }

  private static Fault fault(Behaviour behaviour) {
    return new Fault("unasked", "Sends what nobody asked for.", "", "", Set.of(), () -> behaviour);
  }

  private static Body stray(ObjectNode push, Memory memory, int number) {
    ObjectNode group = Tree.object();
    group.put("clientToken", memory.mewsClientToken().orElse(""));
    group.set("connectionToken", push.path("connectionToken"));
    group.put("messageId", "stray-" + number).put("channelManagerId", "STRAY-" + number);
    group.putArray("reservations");
    return Body.of(Tree.write(group));
  }

  private static void confirm(ObjectNode push, Wire wire, String messageId, String connection) {
    ObjectNode confirmation = Tree.object();
    confirmation.put("clientToken", wire.memory().mewsClientToken().orElse(""));
    confirmation.put("connectionToken", connection);
    confirmation.put("relatedMessageId", messageId).put("success", true);
    wire.send(message(CONFIRM, push).withBody(Body.of(Tree.write(confirmation))));
  }

  private static Request message(String path, ObjectNode push) {
    return new Request(
        Endpoint.at(Party.MEWS, path),
        "POST",
        path,
        Map.of("content-type", List.of("application/json")),
        Body.of(Tree.write(push)));
  }

  private static List<Cause> causes(RunResult result) {
    return result.tests().stream()
        .flatMap(row -> row.expectations().stream())
        .map(each -> each.lesson().cause())
        .flatMap(Stream::ofNullable)
        .toList();
  }
}
