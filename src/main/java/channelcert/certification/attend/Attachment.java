package channelcert.certification.attend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A file that a person hands in.
 *
 * @param name as the person calls it, without folders
 * @param bytes the content, never changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and the bytes are what matters
public record Attachment(String name, byte[] bytes) {
  /** Largest screenshot, in bytes. */
  public static final int LARGEST_SCREENSHOT = 10 << 20;

  /** Largest export, in bytes. */
  public static final int LARGEST_EXPORT = 25 << 20;

  private static final Map<String, int[]> PICTURES =
      Map.of(
          "png", new int[] {0x89, 'P', 'N', 'G'},
          "jpg", new int[] {0xff, 0xd8, 0xff},
          "webp", new int[] {'R', 'I', 'F', 'F'});

  /**
   * Reads a file, but never more than is allowed.
   *
   * @param most bytes it may have
   * @throws RefusedReply in one line when it cannot be read or is larger
   */
  public static Attachment read(Path file, int most) throws RefusedReply {
    try {
      if (!Files.isRegularFile(file)) {
        throw new NoSuchFileException(file.toString());
      }
      bound(file.getFileName().toString(), Files.size(file), most);
      return new Attachment(file.getFileName().toString(), Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new RefusedReply("There is no file " + file + "; type the path of the file.");
    } catch (IOException e) {
      throw new RefusedReply(file + " cannot be read: " + e.getMessage());
    }
  }

  /** Refuses in one line what is larger than allowed. */
  static void bound(String name, long size, int most) throws RefusedReply {
    if (size > most) {
      throw new RefusedReply(
          String.format(
              Locale.ROOT,
              "%s has %.1f MB, but %d MB are the most; make it smaller.",
              name,
              size / 1048576.0,
              most >> 20));
    }
    if (size == 0) {
      throw new RefusedReply(name + " is empty; hand in another file.");
    }
  }

  /** The ending that fits the picture, by its first bytes; empty when it is no picture. */
  Optional<String> picture() {
    return PICTURES.entrySet().stream()
        .filter(each -> begins(each.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private boolean begins(int[] magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
