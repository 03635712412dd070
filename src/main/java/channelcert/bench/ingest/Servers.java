package channelcert.bench.ingest;

import channelcert.store.Database;
import channelcert.store.DatabaseUrl;
import channelcert.store.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starts the servers that are compared, each in a process of its own. */
final class Servers {
  static final String CLIENT_TOKEN = "BENCH-TO-CHANNEL-MANAGER";
  static final String SMALL = "/updateAvailability";
  static final String PRICES = "/updatePrices";

  private static final String WIREMOCK = "3.13.1";
  private static final String PRISM = "5";
  private final Path folder;
  private final Path tools;

  /**
   * Makes a starter.
   *
   * @param folder of this run
   * @param tools where programs that were fetched stay for the next run
   */
  Servers(Path folder, Path tools) {
    this.folder = folder;
    this.tools = tools;
  }

  /**
   * Starts a channel manager on a database of its own.
   *
   * @param databaseUrl in the form of the option --database; absent for the embedded one
   * @param heap for example {@code 256m}
   * @param seed fills the database first
   */
  Served channelManager(
      String name, @Nullable String databaseUrl, String heap, Consumer<SeedStore> seed)
      throws IOException {
    Path data = Files.createDirectories(folder.resolve(name));
    Files.writeString(
        data.resolve("channel-manager.tokens"),
        "clientToken=" + CLIENT_TOKEN + "\nmewsClientToken=BENCH-TO-MEWS\n");
    DatabaseUrl url =
        databaseUrl == null
            ? DatabaseUrl.embedded(data.resolve("channel-manager"))
            : DatabaseUrl.parse(databaseUrl);
    try (Database database = Database.open(url, Part.CHANNEL_MANAGER)) {
      seed.accept(new SeedStore(database));
    }
    int port = LocalPostgres.freePort();
    List<String> command = new ArrayList<>(java("-Xmx" + heap, "-XX:+UseParallelGC"));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "channelcert.cli.Main",
            "serve",
            "channel-manager",
            "--port",
            String.valueOf(port),
            "--management-port",
            "0",
            "--mews-url",
            "http://127.0.0.1:9",
            "--max-push-megabytes",
            "64",
            "--data",
            data.toString()));
    if (databaseUrl != null) {
      command.addAll(List.of("--database", databaseUrl));
    }
    return Served.start(folder, name, port, command, SMALL, Message.small(CLIENT_TOKEN).to(0));
  }

  /** Starts WireMock without its journal; absent when Maven cannot fetch it. */
  Optional<Served> wireMock() throws IOException {
    Path jar = tools.resolve("wiremock-standalone-" + WIREMOCK + ".jar");
    boolean there =
        Files.exists(jar)
            || Programs.run(
                folder,
                List.of(
                    "mvn",
                    "-q",
                    "-B",
                    "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy",
                    "-Dartifact=org.wiremock:wiremock-standalone:" + WIREMOCK,
                    "-DoutputDirectory=" + tools));
    if (!there || !Files.exists(jar)) {
      return Optional.empty();
    }
    Path root = folder.resolve("wiremock");
    Path mappings = Files.createDirectories(root.resolve("mappings"));
    for (String path : List.of(SMALL, PRICES)) {
      Files.writeString(
          mappings.resolve(path.substring(1) + ".json"),
          """
          {"request":{"method":"POST","urlPath":"%s"},
           "response":{"status":200,"body":"{\\"success\\":true}",
                       "headers":{"Content-Type":"application/json"}}}
          """
              .formatted(path));
    }
    int port = LocalPostgres.freePort();
    List<String> command = new ArrayList<>(java("-Xmx1g", "-XX:+UseParallelGC"));
    command.addAll(
        List.of(
            "-jar",
            jar.toString(),
            "--port",
            String.valueOf(port),
            "--no-request-journal",
            "--disable-banner",
            "--root-dir",
            root.toString()));
    return start("wiremock", port, command);
  }

  /** Starts Prism on our contract; absent when npm cannot fetch it. */
  Optional<Served> prism() throws IOException {
    Path program = tools.resolve("prism/node_modules/.bin/prism");
    boolean there =
        Files.exists(program)
            || Programs.run(
                folder,
                List.of(
                    "npm",
                    "install",
                    "--no-audit",
                    "--no-fund",
                    "--prefix",
                    tools.resolve("prism").toString(),
                    "@stoplight/prism-cli@" + PRISM));
    if (!there || !Files.exists(program)) {
      return Optional.empty();
    }
    Path spec = folder.resolve("spec");
    copy("api-spec/channel-manager-operations.yaml", spec.resolve("operations.yaml"));
    copy("api-spec/shared/schemas.yaml", spec.resolve("shared/schemas.yaml"));
    int port = LocalPostgres.freePort();
    return start(
        "prism",
        port,
        List.of(
            program.toString(),
            "mock",
            spec.resolve("operations.yaml").toString(),
            "-p",
            String.valueOf(port),
            "-h",
            "127.0.0.1"));
  }

  private Optional<Served> start(String name, int port, List<String> command) {
    try {
      byte[] body = Message.small(CLIENT_TOKEN).to(0);
      return Optional.of(Served.start(folder, name, port, command, SMALL, body));
    } catch (IllegalStateException noAnswer) {
      System.err.println("channelcert: " + name + ": " + noAnswer.getMessage());
      return Optional.empty();
    }
  }

  private static List<String> java(String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    return command;
  }

  private static void copy(String resource, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (var in = Servers.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + resource + " is missing");
      }
      Files.writeString(to, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
