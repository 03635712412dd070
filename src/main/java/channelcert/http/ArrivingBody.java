package channelcert.http;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;
import org.jspecify.annotations.Nullable;

/**
 * A request body as far as it has arrived: in memory while it is small, then in a temporary file
 * that vanishes with the process at the latest. The heap does not grow with a large body.
 */
final class ArrivingBody {
  /** From so many bytes on, a body goes into a file. */
  static final int LARGE = 1 << 20;

  private static final int FIRST_SIZE = 4096;

  private final boolean mayBeFiled;
  private byte[] memory = {};
  private long size;
  private @Nullable FileChannel file;
  private @Nullable Arena mapped;

  /**
   * Starts with nothing.
   *
   * @param mayBeFiled whether a large body may go into a file; one that is recorded is kept in
   *     memory anyway
   */
  ArrivingBody(boolean mayBeFiled) {
    this.mayBeFiled = mayBeFiled;
  }

  long size() {
    return size;
  }

  /** Adds the first bytes of a chunk, without moving its position. */
  void add(Buffer chunk, int length) throws IOException {
    if (mayBeFiled && size + length > LARGE) {
      toFile(chunk, length);
    } else {
      toMemory(chunk, length);
    }
    size += length;
  }

  /** Everything that arrived, of a body that is never filed. */
  byte[] bytes() {
    return Arrays.copyOf(memory, (int) size);
  }

  /** The complete body for the server to read; valid until {@link #release}. */
  @SuppressWarnings("MustBeClosedChecker") // released together with the body
  Buffer complete(MemoryManager<?> manager) throws IOException {
    FileChannel channel = file;
    if (channel == null) {
      return Buffers.wrap(manager, memory, 0, (int) size);
    }
    Arena arena = Arena.ofShared();
    mapped = arena;
    return Buffers.wrap(manager, channel.map(MapMode.READ_ONLY, 0, size, arena).asByteBuffer());
  }

  /** Lets everything go, the file included. */
  void release() {
    memory = new byte[0];
    size = 0;
    if (mapped != null) {
      mapped.close();
      mapped = null;
    }
    if (file != null) {
      closeFile(file);
      file = null;
    }
  }

  private void toMemory(Buffer chunk, int length) {
    int needed = (int) size + length;
    if (needed > memory.length) {
      memory = Arrays.copyOf(memory, Math.max(needed, Math.max(FIRST_SIZE, 2 * memory.length)));
    }
    int position = chunk.position();
    chunk.get(memory, (int) size, length);
    chunk.position(position);
  }

  @SuppressWarnings("MustBeClosedChecker") // released together with the body
  private void toFile(Buffer chunk, int length) throws IOException {
    FileChannel channel = file;
    if (channel == null) {
      Path path = Files.createTempFile("channelcert-", ".body");
      channel =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      file = channel;
      write(channel, ByteBuffer.wrap(memory, 0, (int) size));
      memory = new byte[0];
    }
    int position = chunk.position();
    write(channel, chunk.toByteBuffer(position, position + length));
  }

  private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static void closeFile(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      // It was deleted when it was opened; nothing is left to do.
    }
  }
}
