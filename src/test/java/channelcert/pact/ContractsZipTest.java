package channelcert.pact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import channelcert.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The artefact for other teams, as the build packs it. */
class ContractsZipTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void holdsWhatTheManifestSaysAndIsTheSameAgain() throws Exception {
    Path zip = pack("one.zip");
    Map<String, byte[]> entries = entries(zip);
    JsonNode manifest = Json.mapper().readTree(entries.get("manifest.json"));

    assertThat(manifest.path("version").asText()).isEqualTo("1.2.3");
    assertThat(manifest.path("files")).hasSize(entries.size() - 2);
    for (JsonNode file : manifest.path("files")) {
      byte[] bytes = entry(entries, file.path("path").asText());
      assertThat(sum(bytes)).isEqualTo(file.path("sha256").asText());
      assertThat(bytes).hasSize(file.path("bytes").asInt());
    }
    for (String line : new String(entry(entries, "SHA256SUMS"), UTF_8).lines().toList()) {
      assertThat(sum(entry(entries, line.substring(66)))).as(line).isEqualTo(line.substring(0, 64));
    }
    assertThat(entries.get("pact/mews-channel-manager.json"))
        .isEqualTo(Files.readAllBytes(Path.of("pact/mews-channel-manager.json")));
    assertThat(Files.mismatch(zip, pack("two.zip"))).isEqualTo(-1);
  }

  /** The specs stand alone: whatever they refer to is in the zip. */
  @Test
  void everyReferenceLeadsIntoTheZip() throws Exception {
    Path unpacked = folder.resolve("unpacked");
    for (Map.Entry<String, byte[]> entry : entries(pack("one.zip")).entrySet()) {
      Path file = unpacked.resolve(entry.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, entry.getValue());
    }
    SpecFolder specs = SpecFolder.read(unpacked.resolve("api-spec"));
    int followed = 0;
    for (Map.Entry<String, JsonNode> document : specs.documents().entrySet()) {
      for (JsonNode ref : document.getValue().findValues("$ref")) {
        String text = ref.asText();
        String file = text.startsWith("#") ? document.getKey() : text.replaceFirst("#.*", "");
        JsonNode target = specs.documents().get(file);
        assertThat(target).as(text).isNotNull();
        assertThat(target.at(text.replaceFirst(".*#", "")).isMissingNode()).as(text).isFalse();
        followed++;
      }
    }
    assertThat(followed).isGreaterThan(100);
  }

  private Path pack(String name) throws Exception {
    Path zip = folder.resolve(name);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "src/build/PackContracts.java",
                ".",
                zip.toString(),
                "1.2.3",
                "2026-11-23T00:00:00Z")
            .inheritIO()
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return zip;
  }

  private static Map<String, byte[]> entries(Path zip) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  private static byte[] entry(Map<String, byte[]> entries, String name) {
    return Objects.requireNonNull(entries.get(name), name);
  }

  private static String sum(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
