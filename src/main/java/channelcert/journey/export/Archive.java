package channelcert.journey.export;

import channelcert.http.Json;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a zip, one file after another, and remembers the hash of each. */
final class Archive implements AutoCloseable {
  private static final ObjectWriter WRITER = Json.mapper().writerWithDefaultPrettyPrinter();

  private final ZipOutputStream zip;
  private final Instant at;
  private final List<Entry> entries = new ArrayList<>();

  /** A file in the archive. */
  record Entry(String name, long bytes, String sha256) {}

  Archive(OutputStream out, Instant at) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    this.at = at;
  }

  void json(String name, Object value) throws IOException {
    add(name, (WRITER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  void text(String name, String content) throws IOException {
    add(name, content.getBytes(StandardCharsets.UTF_8));
  }

  void add(String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(at.toEpochMilli());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
    entries.add(new Entry(name, content.length, sha256(content)));
  }

  /** What was added so far. */
  List<Entry> entries() {
    return List.copyOf(entries);
  }

  static String sha256(byte[] content) {
    return HexFormat.of().formatHex(digest().digest(content));
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Ends the archive; the stream behind it stays open. */
  @Override
  public void close() throws IOException {
    zip.finish();
    zip.flush();
  }
}
