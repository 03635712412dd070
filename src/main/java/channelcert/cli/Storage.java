package channelcert.cli;

import channelcert.store.Database;
import channelcert.store.DatabaseUrl;
import channelcert.store.Part;
import channelcert.store.UnusableDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a process keep their data: one PostgreSQL database, or a file for each part in
 * a folder.
 */
final class Storage implements AutoCloseable {
  private final @Nullable String url;
  private final Path folder;
  private final boolean temporary;

  private Storage(@Nullable String url, Path folder, boolean temporary) {
    this.url = url;
    this.folder = folder;
    this.temporary = temporary;
  }

  /** Data that stays: in the database when one is named, else in the folder. */
  static Storage lasting(@Nullable String databaseUrl, Path folder) {
    if (databaseUrl == null && Files.exists(folder) && !Files.isDirectory(folder)) {
      throw UserError.usage("--data: " + folder + " is a file; name a folder");
    }
    return new Storage(databaseUrl, folder, false);
  }

  /**
   * Data of one run: in the database when one is named, else in a folder that goes with the run.
   */
  static Storage ofOneRun(@Nullable String databaseUrl) {
    try {
      return new Storage(databaseUrl, Files.createTempDirectory("channelcert-"), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Opens the database of a part; a wrong address or a server that does not answer is the user's to
   * mend.
   */
  Database open(Part part) {
    try {
      return Database.open(address(part), part);
    } catch (IllegalArgumentException e) {
      throw UserError.usage("--database: " + e.getMessage());
    } catch (UnusableDatabase e) {
      throw UserError.usage("the database of " + name(part) + ": " + e.getMessage());
    } catch (RuntimeException e) {
      throw UserError.usage("the database of " + name(part) + " cannot be opened: " + rootCause(e));
    }
  }

  private static String name(Part part) {
    return part.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private DatabaseUrl address(Part part) {
    return url != null ? DatabaseUrl.parse(url) : DatabaseUrl.embedded(folder.resolve(name(part)));
  }

  private static String rootCause(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  @Override
  public void close() {
    if (!temporary) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
