package channelcert.journey.certificate;

import channelcert.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What a certificate says; signed as it is written here.
 *
 * @param schema name of the layout
 * @param issuedAt in UTC, as RFC 3339
 * @param features what was certified beyond the required tests
 * @param tests codes of the rows that passed
 * @param overrides rows that were set aside, each with the reason
 * @param auditHead hash of the newest entry of the history before this was signed
 * @param auditEntries number of that entry
 * @param statusUrl where it says whether it is valid
 */
public record Certificate(
    String schema,
    String id,
    String caseId,
    String partner,
    String partnerId,
    String application,
    int attempt,
    String issuedAt,
    String recommendedBy,
    String signedBy,
    List<String> features,
    List<String> tests,
    List<String> overrides,
    String auditHead,
    long auditEntries,
    String statusUrl) {
  public static final String SCHEMA = "channelcert-certificate/1";

  /** Certificates of before there were overrides have none. */
  public Certificate {
    overrides = Objects.requireNonNullElse(overrides, List.of());
  }

  byte[] json() {
    try {
      return (Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a certificate is plain data", e);
    }
  }

  /** Reads what was signed; absent fields are empty. */
  public static Certificate parse(String json) {
    try {
      return Json.mapper().readValue(json, Certificate.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no certificate", e);
    }
  }
}
