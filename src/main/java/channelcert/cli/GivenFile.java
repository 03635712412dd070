package channelcert.cli;

import channelcert.store.FileTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that somebody names, read as far as a sensible one goes. */
final class GivenFile {
  private static final int LONGEST = 8 << 20;

  private GivenFile() {}

  /** Its content, or one line that says why there is none. */
  static byte[] read(Path file) {
    return read(file, "");
  }

  /**
   * Its content.
   *
   * @param otherwise what to do where there is no such file; empty when its name says enough
   */
  static byte[] read(Path file, String otherwise) {
    check(file, otherwise);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(LONGEST + 1);
      if (content.length > LONGEST) {
        throw UserError.usage(
            "%s has %d MB, at most %d are read"
                .formatted(file, Files.size(file) >> 20, LONGEST >> 20));
      }
      return content;
    } catch (IOException e) {
      throw UserError.usage(file + " cannot be read: " + FileTrouble.words(e));
    }
  }

  /** Refuses what is no file. */
  static void check(Path file, String otherwise) {
    if (Files.isDirectory(file)) {
      throw UserError.usage(file + " is a folder; name a file");
    }
    if (!Files.isRegularFile(file)) {
      throw UserError.usage("there is no file " + file + otherwise);
    }
  }
}
