package channelcert.certification.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import channelcert.certification.verdict.PriceSide;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidateFileTest {
  private static final String LEAST =
      """
      name: Acme
      clientToken: secret-one
      endpoints:
        updateAvailability: https://acme.example/a
        updatePrices: https://acme.example/p
        updateRestrictions: https://acme.example/r
        confirmGroup: https://acme.example/c
      """;
  private static final String MOST =
      LEAST
          + """
            changeNotification: https://acme.example/n
          mewsClientToken: secret-two
          connectionToken: CONN-1
          capabilities: {pricing: [gross], extras: true, ageCategories: true, blocks: true, sources: true, maxItems: 100, chunkDays: 7, horizonDays: 1095, retrySeconds: 2}
          driver: {url: 'https://acme.example/driver'}
          readBack: driver
          systemErrors: [{situation: maintenance, code: 1, message: We are in maintenance.}]
          """
              .indent(0);

  private final Path folder;

  CandidateFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void everythingLeftOutHasADefault() throws IOException {
    Candidate candidate = read(LEAST);
    assertThat(candidate.mewsClientToken()).isEqualTo("secret-one");
    assertThat(candidate.connectionToken()).isNull();
    assertThat(candidate.driver()).isNull();
    assertThat(candidate.readBack()).isEqualTo(ReadBack.ATTEST);
    assertThat(candidate.systemErrors()).isEmpty();
    Capabilities capabilities = candidate.capabilities();
    assertThat(capabilities.pricing()).containsExactly(PriceSide.GROSS, PriceSide.NET);
    assertThat(capabilities.extras()).isFalse();
    assertThat(capabilities.maxItems()).isEqualTo(5000);
    assertThat(capabilities.chunkDays()).isEqualTo(365);
    assertThat(capabilities.retrySeconds()).isNull();
  }

  @Test
  void everyFieldIsRead() throws IOException {
    Candidate candidate = read(MOST);
    assertThat(candidate.mewsClientToken()).isEqualTo("secret-two");
    assertThat(candidate.connectionToken()).isEqualTo("CONN-1");
    assertThat(candidate.driver()).isEqualTo(URI.create("https://acme.example/driver"));
    assertThat(candidate.readBack()).isEqualTo(ReadBack.DRIVER);
    assertThat(candidate.systemErrors())
        .containsExactly(new SystemError("maintenance", 1, "We are in maintenance."));
    assertThat(candidate.capabilities().pricing()).containsExactly(PriceSide.GROSS);
    assertThat(candidate.capabilities().retrySeconds()).isEqualTo(2);
    assertThat(candidate.capabilities().horizonDays()).isEqualTo(1095);
  }

  @Test
  void theNotificationIsRegisteredUnderItsPublishedName() throws IOException {
    assertThat(read(MOST).endpoints()).containsKey("changeNotificaton");
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    Candidate candidate = read(MOST);
    Path file = folder.resolve("written.yaml");
    CandidateFile.write(candidate, file);
    assertThat(CandidateFile.read(file)).isEqualTo(candidate);
  }

  @Test
  void noTokenStandsInItsText() throws IOException {
    assertThat(read(MOST).toString()).doesNotContain("secret", "CONN-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: Acme| |name is missing; add it.",
        "updatePrices: https://acme.example/p|updateP:"
            + " https://acme.example/p|endpoints.updatePrices is missing",
        "name: Acme|nome: Acme|name is missing",
        "clientToken: secret-one|clientToken: 12345|clientToken has to be text (quote it",
        "https://acme.example/p|acme.example/p|endpoints.updatePrices has to be a full address",
        "https://acme.example/p|ftp://acme.example/p|endpoints.updatePrices has to be a full"
            + " address",
        "https://acme.example/p|https://[bad/p|endpoints.updatePrices is no address",
        "name: Acme|name: ''|name is empty; fill it in.",
      })
  void aWrongFieldIsNamedWithTheFix(String right, String wrong, String message) {
    assertInvalid(LEAST.replace(right, wrong == null ? "" : wrong), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "readBack: driver|readBack is driver, but no driver is named",
        "readBack: telepathy|readBack has to be one of",
        "colour: red|colour is not a known field; remove it",
        "capabilities: {pricing: []}|capabilities.pricing is empty",
        "capabilities: {extras: maybe}|capabilities.extras has to be true or false",
        "capabilities: {maxItems: many}|capabilities.maxItems has to be a whole number",
        "capabilities: {chunkDays: 0}|capabilities.chunkDays",
        "capabilities: {extra: true}|capabilities.extra is not a known field",
        "driver: {}|driver.url is missing",
        "systemErrors: [{situation: maintenance, code: 1}]|systemErrors",
        "systemErrors: maintenance|systemErrors has to be a list",
        "connectionToken:|connectionToken is empty; fill it in",
        "name: Again|no valid YAML",
        "capabilities: {|no valid YAML",
      })
  void aWrongAdditionIsNamedWithTheFix(String line, String message) {
    assertInvalid(LEAST + line + "\n", message);
  }

  @Test
  void theLineOfAWrongFieldIsNamed() {
    assertInvalid(LEAST.replace("updatePrices:", "updatePrice:"), "line 5: endpoints.updatePrice");
    assertInvalid(LEAST.replace("https://acme.example/r", "acme"), "line 6: endpoints.update");
    assertInvalid(LEAST + "capabilities:\n  extras: true\n  horizonDays: 30\n", "line 10: capab");
    assertInvalid(LEAST + "readBack: driver\n", "line 8: readBack is driver");
  }

  @Test
  void anAbsentOrEmptyFileIsNamed() {
    assertThatThrownBy(() -> CandidateFile.read(folder.resolve("none.yaml")))
        .isInstanceOf(InvalidCandidate.class)
        .hasMessageContaining("none.yaml does not exist");
    assertInvalid("", "the file is empty");
    assertInvalid("- a\n- b\n", "the file is empty or no list of fields");
  }

  private void assertInvalid(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(InvalidCandidate.class)
        .message()
        .contains(message)
        .hasLineCount(1);
  }

  private Candidate read(String yaml) throws IOException {
    Path file = folder.resolve("candidate.yaml");
    Files.writeString(file, yaml);
    return CandidateFile.read(file);
  }
}
