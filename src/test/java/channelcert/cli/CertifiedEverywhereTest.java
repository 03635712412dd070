package channelcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.catalogue.Catalogue;
import channelcert.store.DatabaseUrl;
import channelcert.store.Databases;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The reference channel manager passes all rows, the supplementary ones included, however it
 * answers, whatever stores its data, and with several processes that share the requests. The test
 * command runs the combination that {@link CertifyTest} leaves open; {@code
 * -Dchannelcert.certify=all} runs every one.
 */
class CertifiedEverywhereTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  /** A way to run the reference channel manager. */
  record Way(boolean asynchronous, boolean postgres, int processes) {
    @Override
    public String toString() {
      return (asynchronous ? "asynchronous" : "synchronous")
          + " on "
          + (postgres ? "PostgreSQL" : "H2")
          + ", processes: "
          + processes;
    }
  }

  static Stream<Way> ways() {
    if (!"all".equals(System.getProperty("channelcert.certify"))) {
      return Stream.of(new Way(true, true, 3));
    }
    return Stream.of(false, true)
        .flatMap(
            asynchronous ->
                Stream.of(
                    new Way(asynchronous, false, 1),
                    new Way(asynchronous, true, 1),
                    new Way(asynchronous, true, 3)));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void theReferencePassesEveryRow(Way way) throws Exception {
    int mewsPort = Ports.free();
    @Nullable String database = way.postgres() ? address(Databases.postgres()) : null;
    List<Started> processes = new ArrayList<>();
    try (RoundRobin proxy = new RoundRobin()) {
      for (int i = 0; i < way.processes(); i++) {
        processes.add(serve(way, i, mewsPort, database, proxy.url()));
      }
      for (Started process : processes) {
        process.awaitText("Stop with Ctrl+C");
        proxy.add(listening(process));
      }
      Path out = folder.resolve("report");
      Shell shell =
          Shell.run(
              "certify",
              "--candidate",
              folder.resolve("candidate-0.yaml").toString(),
              "--mews-port",
              Integer.toString(mewsPort),
              "--supplementary",
              "--seed",
              "11",
              "--out",
              out.toString());
      assertThat(shell.exitCode()).as(shell.out() + shell.err()).isZero();
      JsonNode report = MAPPER.readTree(Files.readString(out.resolve("report.json")));
      allPassed(report.get("tests"), 25, shell);
      allPassed(report.get("supplementary"), Catalogue.supplementary().size(), shell);
      assertThat(proxy.fewest()).isGreaterThan(30);
      assertThat(answeredLater(out)).isEqualTo(way.asynchronous());
      processes.forEach(
          process -> assertThat(process.printed()).doesNotContain("WARNING", "SEVERE"));
    } finally {
      processes.forEach(Started::close);
    }
  }

  private static void allPassed(JsonNode rows, int count, Shell shell) {
    assertThat(rows).hasSize(count);
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row.get("verdict").textValue())
                    .as(row.get("code").textValue() + shell.out())
                    .isEqualTo("PASSED"));
  }

  /** Whether the first pushes of the run were confirmed afterwards: the mode was really used. */
  private static boolean answeredLater(Path out) throws IOException {
    try (Stream<Path> files = Files.list(out.resolve("evidence"))) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-answer.json"))
          .sorted()
          .limit(40)
          .anyMatch(file -> read(file).contains("\"asyncConfirmation\":true"));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Started serve(Way way, int number, int mewsPort, @Nullable String database, URI reachedAt)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "serve",
                "channel-manager",
                "--port",
                "0",
                "--management-port",
                "0",
                "--mews-url",
                "http://127.0.0.1:" + mewsPort,
                "--channel-manager-url",
                reachedAt.toString(),
                "--client-token",
                "TOKEN-OF-MEWS-FOR-THE-TEST",
                "--mews-client-token",
                "TOKEN-OF-THE-CHANNEL-MANAGER",
                "--data",
                folder.resolve("data-" + number).toString(),
                "--candidate-out",
                folder.resolve("candidate-" + number + ".yaml").toString()));
    if (way.asynchronous()) {
      arguments.add("--asynchronous");
    }
    if (database != null) {
      arguments.addAll(List.of("--database", database));
    }
    return Started.command(
        folder.resolve("serve-" + number + ".log"), arguments.toArray(String[]::new));
  }

  private static URI listening(Started process) {
    Matcher matcher =
        Pattern.compile("Channel manager\\s+(http://[^\\s,]+)").matcher(process.printed());
    assertThat(matcher.find()).as(process.printed()).isTrue();
    return URI.create(matcher.group(1));
  }

  private static String address(DatabaseUrl url) {
    return url.jdbc().replace("jdbc:postgresql://", "postgresql://postgres:postgres@");
  }
}
