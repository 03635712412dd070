package channelcert.certification.candidate;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Checks a candidate file against its schema and words what is wrong for a person. */
final class CandidateSchema {
  private static final int MOST_FAULTS = 5;
  private static final Schema SCHEMA = load();

  private CandidateSchema() {}

  /** One line that names each wrong field and the fix; empty when the file is fine. */
  static Optional<String> faults(JsonNode root, FieldLines lines) {
    return SCHEMA.validate(root).stream()
        .map(error -> "line " + lines.find(place(error)) + ": " + line(error))
        .distinct()
        .limit(MOST_FAULTS)
        .reduce((one, other) -> one + " " + other);
  }

  private static String line(Error error) {
    String at = field(error);
    return switch (error.getKeyword()) {
      case "required" -> below(at, error.getProperty()) + " is missing; add it.";
      case "additionalProperties" ->
          below(at, error.getProperty()) + " is not a known field; remove it or correct its name.";
      case "type" ->
          at + " has to be " + kind(error) + ", but is " + error.getInstanceNode() + "; change it.";
      case "enum" -> at + " has to be one of " + error.getSchemaNode() + "; choose one.";
      case "pattern" ->
          at + " has to be a full address such as https://host/path; correct the address.";
      case "minLength", "minItems" -> at + " is empty; fill it in.";
      default -> at + " " + error.getMessage() + "; change it.";
    };
  }

  /** A field that is not known stands somewhere; one that is missing only where it belongs. */
  private static String place(Error error) {
    return error.getKeyword().equals("additionalProperties")
        ? below(field(error), error.getProperty())
        : field(error);
  }

  /** A missing quote around digits is the usual reason for a number where text belongs. */
  private static String kind(Error error) {
    String kind = error.getSchemaNode().asText();
    return switch (kind) {
      case "string" -> "text (quote it when it looks like a number)";
      case "integer" -> "a whole number";
      case "boolean" -> "true or false";
      case "array" -> "a list";
      default -> "a group of fields";
    };
  }

  private static String field(Error error) {
    String path = error.getInstanceLocation().toString();
    return path.replaceFirst("^[$/]\\.?", "").replace('/', '.');
  }

  private static String below(String parent, String name) {
    return parent.isEmpty() ? name : parent + "." + name;
  }

  private static Schema load() {
    try (InputStream in =
        CandidateSchema.class.getResourceAsStream("/channelcert/candidate.schema.json")) {
      if (in == null) {
        throw new IllegalStateException("candidate.schema.json is not on the class path");
      }
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(in, InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
