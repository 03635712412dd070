package channelcert.certification.file;

import channelcert.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A certification file: its content, and what the partner filled in.
 *
 * @param answers by the key of the field
 */
public record CertificationFile(FileContent content, SortedMap<String, String> answers) {
  private static final ObjectWriter WRITER = Json.mapper().writerWithDefaultPrettyPrinter();
  private static final ObjectReader READER = Json.mapper().readerFor(CertificationFile.class);

  public CertificationFile {
    answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
  }

  /** With nothing filled in. */
  public static CertificationFile of(FileContent content) {
    return new CertificationFile(content, new TreeMap<>());
  }

  /** With these answers and those that were there; a blank one takes an answer away. */
  public CertificationFile with(Map<String, String> more) {
    SortedMap<String, String> all = new TreeMap<>(answers);
    more.forEach(
        (key, value) -> {
          if (value.isBlank()) {
            all.remove(key);
          } else {
            all.put(key, value.strip());
          }
        });
    return new CertificationFile(content, all);
  }

  /** The fields that only the partner can fill in, in the order of the file. */
  public List<PartnerField> fields() {
    return FileSheets.of(this).stream().flatMap(sheet -> sheet.fields().stream()).toList();
  }

  /** Labels of the fields that have to be filled in and are not. */
  public List<String> missing() {
    return fields().stream()
        .filter(field -> field.needed() && !answers.containsKey(field.key()))
        .map(PartnerField::label)
        .toList();
  }

  /** The file as JSON, in the very bytes that are signed. */
  public byte[] json() {
    try {
      return (WRITER.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a certification file is plain data", e);
    }
  }

  /**
   * Reads what {@link #json} wrote.
   *
   * @throws UnusableFile when it is something else
   */
  public static CertificationFile parse(byte[] json) throws UnusableFile {
    try {
      CertificationFile file = READER.readValue(json);
      if (file.content() == null || !FileContent.SCHEMA.equals(file.content().schema())) {
        throw new UnusableFile("it is no certification file of the layout " + FileContent.SCHEMA);
      }
      return file;
    } catch (IOException | IllegalArgumentException | NullPointerException e) {
      throw new UnusableFile("its content is no certification file", e);
    }
  }
}
