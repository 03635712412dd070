package channelcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code trigger} against a {@code serve} in a process of its own, known by its data folder. */
class TriggerTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private final String night = LocalDate.now(ZoneId.of("Europe/Amsterdam")).plusDays(30).toString();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void whatIsTriggeredHappensInTheServedProcess() throws Exception {
    try (Started serve = serve()) {
      assertThat(serve.running()).isTrue();
      changesReachTheChannelManagerUnlessTheyArePaused();
      unknownCodesAreRefusedAndTheirNoticesShown();
      operationsFailOnCommand();
      kindsAreSwitchedOffAndOn();
      mappingAndConnectionAreSwitched();
      staffBookAndTheChannelManagerConfirms();
      wrongOrdersAreOneLine();
      nothingShowsAToken(serve.printed());
    }
    assertThat(run("connections").exitCode()).isEqualTo(3);
  }

  @Test
  void theCommandWorksAsAProcessAndByAddressAndToken() throws Exception {
    try (Started serve = serve()) {
      assertThat(serve.running()).isTrue();
      String token = ControlTokens.read(data()).token();
      URI url = java.util.Objects.requireNonNull(ControlTokens.read(data()).url());
      try (Started trigger =
          Started.command(
              folder.resolve("trigger.log"),
              "trigger",
              "connections",
              "--management-url",
              url.toString(),
              "--control-token",
              token)) {
        assertThat(trigger.exitCode(Duration.ofMinutes(1))).isZero();
        assertThat(trigger.printed()).contains("canal-house", "masked:").doesNotContain(token);
      }
      Shell wrong =
          Shell.run(
              "trigger",
              "connections",
              "--management-url",
              url.toString(),
              "--control-token",
              "no");
      assertThat(wrong.exitCode()).isEqualTo(2);
      assertThat(wrong.err()).contains("Send the control token");
      assertThat(get(url + "/health")).isEqualTo(200);
      assertThat(get(url + "/ready")).isEqualTo(200);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tokens())))
          .isEqualTo("rw-------");
    }
    String before = ControlTokens.read(data()).token();
    try (Started again = serve()) {
      assertThat(again.running()).isTrue();
      assertThat(ControlTokens.read(data()).token()).isEqualTo(before);
    }
  }

  private void changesReachTheChannelManagerUnlessTheyArePaused() throws Exception {
    done("pause");
    done("availability", "--category", "DBL", "--from", night, "3");
    int before = messages("updateAvailability");
    done("delta");
    assertThat(messages("updateAvailability")).isEqualTo(before);
    done("resume");
    await(() -> messages("updateAvailability") > before);
    int prices = messages("updatePrices");
    done("prices", "--category", "DBL", "--rate", "FLX", "--from", night, "101", "121", "141");
    await(() -> messages("updatePrices") > prices);
    int restrictions = messages("updateRestrictions");
    done(
        "restrictions",
        "--category",
        "DBL",
        "--rate",
        "FLX",
        "--from",
        night,
        "--closed",
        "arrival",
        "--min-los",
        "2");
    await(() -> messages("updateRestrictions") > restrictions);
    done("full-update", "--from", night, "--to", night, "--kind", "availability");
    await(() -> messages("updateAvailability") > before + 1);
    assertThat(done("messages", "--bodies", "--last", "1")).contains("Mews -> updateAvailability");
  }

  private void unknownCodesAreRefusedAndTheirNoticesShown() throws Exception {
    done("unknown-category", "GHOST");
    await(() -> done("notices").contains("GHOST"));
    done("unknown-rate", "SPOOK", "--category", "DBL");
    await(() -> done("notices").contains("SPOOK"));
    done("withdraw", "GHOST");
    done("withdraw", "SPOOK");
    done("invent-confirmation", "NEVER-MADE");
    assertThat(done("messages", "--operation", "confirmGroup")).contains("success false");
    assertThat(done("bookings")).contains("No bookings yet");
  }

  private void operationsFailOnCommand() throws Exception {
    assertThat(done("fail", "getChannels", "--code", "1", "--count", "1")).contains("error 1");
    assertThat(done("fail", "updatePrices", "--act", "twice", "--count", "1"))
        .contains("updatePrices to channel manager: twice");
    done("prices", "--category", "DBL", "--rate", "FLX", "--from", night, "102", "122", "142");
    await(() -> done("fail").contains("twice, 1 calls, applied 1 times"));
    done("fail", "--none");
    assertThat(done("fail")).contains("Everything goes right");
  }

  private void kindsAreSwitchedOffAndOn() throws Exception {
    done("disable", "prices");
    assertThat(done("connections")).contains("on: [AVAILABILITY, RESTRICTIONS]");
    done("enable");
    assertThat(done("connections")).contains("on: [AVAILABILITY, PRICES, RESTRICTIONS]  ");
  }

  private void mappingAndConnectionAreSwitched() {
    assertThat(done("map", "--rate", "OLD", "not")).contains("OLD is now mapped: NOT");
    done("map", "--category", "DBL", "unsynchronised");
    done("map", "--category", "DBL", "synchronised");
    done("reservations", "off");
    assertThat(done("reservations", "on")).contains("taken");
    int told = messages("changeNotificaton");
    done("connection", "off");
    await(() -> messages("changeNotificaton") > told);
    done("connection", "on");
    Shell both = run("map", "--rate", "FLX", "--category", "DBL", "not");
    assertThat(both.exitCode()).isEqualTo(2);
    assertThat(both.err()).contains("mutually exclusive");
  }

  private void staffBookAndTheChannelManagerConfirms() {
    done(
        "book",
        "--category",
        "DBL",
        "--rate",
        "FLX",
        "--arrival",
        night,
        "--departure",
        LocalDate.parse(night).plusDays(2).toString());
    await(() -> done("staff-bookings").contains("DELIVERED"));
    String booking = done("staff-bookings").split(" ", 2)[0];
    assertThat(done("move", booking, "checked_in")).contains("CHECKED_IN");
    assertThat(done("cancel", booking)).contains("is cancelled");
    await(() -> done("staff-bookings").contains("CANCELED"));
    Shell unknown = run("cancel", "nobody");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).startsWith("channelcert: There is no booking nobody");
  }

  private void wrongOrdersAreOneLine() {
    Shell unknown = run("availability", "--category", "NONE", "--from", night, "3");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).isEqualTo("channelcert: There is no category NONE.\n");
    Shell noOperation = run("fail", "foo");
    assertThat(noOperation.exitCode()).isEqualTo(2);
    assertThat(noOperation.err()).contains("getChannels", "processGroup").doesNotContain("...");
    Shell ambiguous =
        Shell.run("trigger", "notices", "--data", data().toString(), "--format", "json");
    assertThat(ambiguous.exitCode()).isEqualTo(2);
    assertThat(ambiguous.err().strip().lines()).hasSize(1);
    assertThat(ambiguous.err()).contains("--property", "masked:");
  }

  private void nothingShowsAToken(String printed) {
    String all = printed + done("messages", "--bodies") + done("connections");
    for (Path file : List.of(tokens(), data().resolve("demo.tokens"))) {
      Secrets.read(file).values().stream()
          .map(Object::toString)
          .filter(value -> !value.startsWith("http"))
          .forEach(token -> assertThat(all).doesNotContain(token));
    }
  }

  private int messages(String operation) {
    Shell shell = run("messages", "--operation", operation, "--last", "1000", "--format", "json");
    try {
      JsonNode list = MAPPER.readTree(shell.out());
      return list.get("messages").size();
    } catch (IOException e) {
      throw new AssertionError(shell.out() + shell.err(), e);
    }
  }

  private String done(String... arguments) {
    Shell shell = run(arguments);
    assertThat(shell.exitCode()).as(shell.err()).isZero();
    assertThat(shell.err()).isEmpty();
    return shell.out();
  }

  private Shell run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("trigger"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--data", data().toString(), "--property", "canal-house"));
    return Shell.run(all.toArray(String[]::new));
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within 30 s").isLessThan(deadline);
    }
  }

  private Started serve() throws IOException {
    Started serve =
        Started.command(
            Files.createTempFile(folder, "serve", ".log"),
            "serve",
            "--demo",
            "--mews-port",
            "0",
            "--channel-manager-port",
            "0",
            "--portal-port",
            "0",
            "--management-port",
            "0",
            "--data",
            data().toString());
    serve.awaitText("Stop with Ctrl+C");
    return serve;
  }

  private static int get(String address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(address)).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  private Path tokens() {
    return ControlTokens.file(data());
  }

  private Path data() {
    return folder.resolve("data");
  }
}
