package channelcert.bench.ingest;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server for one run: one that was named, or the newest one that is installed here,
 * started in a temporary folder with its usual, durable settings.
 */
final class LocalPostgres implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  private final @Nullable Process process;
  private final String server;
  private final List<String> databases = new ArrayList<>();

  private LocalPostgres(@Nullable Process process, String server) {
    this.process = process;
    this.server = server;
  }

  /**
   * A server that runs already, on which databases may be created.
   *
   * @param url {@code postgresql://user:password@host:port/database}
   */
  static LocalPostgres named(String url) {
    return new LocalPostgres(null, url);
  }

  /** Starts a server that is installed; absent where there is none. */
  static Optional<LocalPostgres> installed(Path folder) throws IOException {
    Optional<Path> binaries = binaries();
    if (binaries.isEmpty()) {
      return Optional.empty();
    }
    Path bin = binaries.get();
    Path data = folder.resolve("postgresql");
    List<String> init =
        command(bin, "initdb", "-D", data.toString(), "-U", "bench", "-A", "trust", "-E", "UTF8");
    if (!Programs.run(folder, init)) {
      return Optional.empty();
    }
    int port = freePort();
    Process process =
        Programs.start(
            folder,
            "postgresql",
            command(
                bin,
                "postgres",
                "-D",
                data.toString(),
                "-p",
                String.valueOf(port),
                "-h",
                "127.0.0.1",
                "-k",
                ""));
    LocalPostgres started =
        new LocalPostgres(process, "postgresql://bench@127.0.0.1:" + port + "/postgres");
    started.awaitStart();
    return Optional.of(started);
  }

  /** Creates a database; answers its address in the form of the option --database. */
  String create(String name) throws SQLException {
    execute("create database " + name);
    databases.add(name);
    return server.substring(0, server.lastIndexOf('/') + 1) + name;
  }

  /** The address of a database as JDBC wants it. */
  static String jdbc(String url) {
    int at = url.indexOf('@');
    String credentials = at < 0 ? "" : url.substring("postgresql://".length(), at);
    String place = url.substring(at < 0 ? "postgresql://".length() : at + 1);
    String[] parts = credentials.split(":", 2);
    return "jdbc:postgresql://"
        + place
        + (place.contains("?") ? "&" : "?")
        + "user="
        + parts[0]
        + (parts.length > 1 ? "&password=" + parts[1] : "");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbc(server));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void awaitStart() {
    Programs.await(
        "PostgreSQL",
        START,
        () -> {
          try {
            execute("select 1");
            return true;
          } catch (SQLException notYet) {
            return false;
          }
        });
  }

  private static Optional<Path> binaries() throws IOException {
    List<Path> found = new ArrayList<>();
    for (String folder :
        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1)) {
      found.add(Path.of(folder));
    }
    for (Path root : List.of(Path.of("/usr/lib/postgresql"), Path.of("/opt/homebrew/opt"))) {
      if (Files.isDirectory(root)) {
        try (Stream<Path> versions = Files.list(root)) {
          versions
              .sorted(Comparator.comparing(Path::toString).reversed())
              .forEach(version -> found.add(version.resolve("bin")));
        }
      }
    }
    return found.stream()
        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
        .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
        .findFirst();
  }

  /** The server refuses to run as root; in a user namespace of its own it does not see that. */
  private static List<String> command(Path bin, String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(bin.resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    if (process == null) {
      databases.forEach(this::drop);
      return;
    }
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void drop(String name) {
    try {
      execute("drop database " + name + " with (force)");
    } catch (SQLException stays) {
      System.err.println("channelcert: the database " + name + " stays: " + stays.getMessage());
    }
  }
}
