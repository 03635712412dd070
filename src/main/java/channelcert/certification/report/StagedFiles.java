package channelcert.certification.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that appear together: each is written completely under another name, then all are moved to
 * their own. A crash leaves the old files or the new ones, never half a file.
 */
final class StagedFiles {
  private final Path folder;
  private final List<String> names = new ArrayList<>();

  StagedFiles(Path folder) {
    this.folder = folder;
  }

  void stage(String name, String text) throws IOException {
    stage(name, text.getBytes(StandardCharsets.UTF_8));
  }

  void stage(String name, byte[] content) throws IOException {
    Path part = part(name);
    Files.deleteIfExists(part);
    try (FileChannel channel =
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
    names.add(name);
  }

  void publish() throws IOException {
    for (String name : names) {
      Files.move(part(name), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
    names.clear();
  }

  private Path part(String name) {
    return folder.resolve("." + name + ".part");
  }
}
