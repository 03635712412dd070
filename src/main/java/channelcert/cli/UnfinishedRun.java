package channelcert.cli;

import channelcert.certification.run.Continuation;
import channelcert.store.FileTrouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder {@code unfinished} of a report folder: what only a run needs that is under way. It
 * holds the databases and secrets, is locked by the process of the run, and goes when the run is
 * finished.
 */
final class UnfinishedRun implements Continuation, AutoCloseable {
  private static final String FOLDER = "unfinished";
  private static final String PROPERTY = "propertyId";
  private static final String CONNECTION = "connectionToken";
  private static final String COMMENT = "A run that is under way, or was broken off; secrets";

  private final Path folder;
  private final FileChannel lock;
  private final Map<String, String> values = new TreeMap<>();
  private boolean finished;

  private UnfinishedRun(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** Begins; what another run left unfinished there is given up. */
  static UnfinishedRun begin(Path out) {
    Path folder = out.resolve(FOLDER);
    try {
      Files.createDirectories(folder);
      UnfinishedRun run = new UnfinishedRun(folder, locked(folder, out));
      run.clear();
      return run;
    } catch (IOException e) {
      throw UserError.usage(
          "the report folder " + out + " cannot be written: " + FileTrouble.words(e));
    }
  }

  /** Goes on with what lies there. */
  static UnfinishedRun resume(Path out) {
    Path folder = out.resolve(FOLDER);
    if (!Files.exists(folder.resolve("run.properties"))) {
      throw UserError.usage("--resume: " + out + " holds no run that was broken off");
    }
    try {
      UnfinishedRun run = new UnfinishedRun(folder, locked(folder, out));
      Properties read = Secrets.read(run.file());
      read.stringPropertyNames().forEach(name -> run.values.put(name, read.getProperty(name)));
      return run;
    } catch (IOException e) {
      throw UserError.usage("--resume: " + folder + " cannot be read: " + FileTrouble.words(e));
    }
  }

  /** Whether a report folder holds a run that is under way or was broken off. */
  static boolean isIn(Path out) {
    return Files.exists(out.resolve(FOLDER).resolve("run.properties"));
  }

  private static FileChannel locked(Path folder, Path out) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // Another run of this process: as with another process.
    }
    channel.close();
    throw UserError.usage("another run is writing to " + out + "; choose another --out");
  }

  /** Where the databases of the run lie. */
  Path data() {
    return folder.resolve("data");
  }

  @Nullable String find(String name) {
    return values.get(name);
  }

  String get(String name) {
    String value = values.get(name);
    if (value == null) {
      throw UserError.usage("--resume: " + file() + " lacks " + name + "; begin a new run");
    }
    return value;
  }

  int number(String name) {
    return Math.toIntExact(wholeNumber(name));
  }

  long wholeNumber(String name) {
    try {
      return Long.parseLong(get(name));
    } catch (NumberFormatException e) {
      throw UserError.usage("--resume: " + file() + " has no number as " + name);
    }
  }

  void put(Map<String, String> more) {
    values.putAll(more);
    Secrets.write(file(), values, COMMENT);
  }

  @Override
  public Optional<Bond> bond() {
    String property = find(PROPERTY);
    return property == null ? Optional.empty() : Optional.of(new Bond(property, get(CONNECTION)));
  }

  @Override
  public void keep(Bond bond) {
    put(Map.of(PROPERTY, bond.propertyId(), CONNECTION, bond.connectionToken()));
  }

  /** Nobody has to go on with it. */
  void finished() {
    finished = true;
  }

  private Path file() {
    return folder.resolve("run.properties");
  }

  /** Removes the folder where nobody can or has to go on with the run. */
  @Override
  public void close() {
    try {
      if (finished || find(PROPERTY) == null) {
        clear();
        lock.close();
        Files.deleteIfExists(folder.resolve("lock"));
        Files.deleteIfExists(folder);
      } else {
        lock.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void clear() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        boolean isLock = Objects.equals(file, folder.resolve("lock"));
        if (!file.equals(folder) && !isLock) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
