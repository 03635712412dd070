package channelcert.pact;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.catalogue.Catalogue;
import channelcert.certification.catalogue.CertificationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of docs/contracts.md: which row of the certification is a contract, and why the others
 * are not. Written anew with {@code -Dpacts.write=true}.
 */
class ContractsPageTest {
  private static final Path PAGE = Path.of("docs/contracts.md");
  private static final String BEGIN = "<!-- table: written by ContractsPageTest -->\n";

  private static final Map<String, String> NO_CONTRACT =
      Map.of(
          "SUP-2",
          "that a repetition has no second effect shows only in what is stored, not in an"
              + " answer",
          "SUP-15",
          "what is not pushed is no exchange; that the rate can still be booked is rule 7.6 of"
              + " Mews' own",
          "SUP-18",
          "that two connections stay apart shows only in what is stored",
          "SUP-19",
          "it concerns transport: TLS, methods and content types are not part of a pact");

  @Test
  void everyRowIsAContractOrHasAReasonForNone() {
    for (CertificationTest row : rows()) {
      assertThat(of(row.code()).isEmpty())
          .as(row.code() + ": interactions or a reason, not both and not neither")
          .isEqualTo(NO_CONTRACT.containsKey(row.code()));
    }
  }

  @Test
  void everyInteractionNamesRowsThatExistOrARule() {
    List<String> codes = rows().stream().map(CertificationTest::code).toList();
    promises()
        .flatMap(promise -> Stream.of(promise.rows().split(", (?!code)")))
        .filter(row -> !row.startsWith("rule ") && !row.startsWith("journey step "))
        .forEach(row -> assertThat(codes).contains(row));
  }

  /** What Mews answers later is contracted where the channel manager takes it: Confirm booking. */
  @Test
  void everyProcessingErrorHasItsConfirmationInTheOtherPact() {
    List<String> confirmed =
        DeliveryPromises.confirmations().stream()
            .filter(promise -> promise.request().has("error"))
            .flatMap(promise -> Stream.of(promise.rows().split(", (?!code)")))
            .toList();
    assertThat(BookingPromises.processingErrors())
        .isNotEmpty()
        .allSatisfy(promise -> assertThat(confirmed).contains(promise.rows()));
  }

  @Test
  void descriptionsAreUnique() {
    for (Promises promises : Promises.both()) {
      assertThat(promises.all()).extracting(Promise::description).doesNotHaveDuplicates();
    }
  }

  @Test
  void thePageIsCurrent() throws IOException {
    String page = Files.readString(PAGE);
    String fresh = page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + table();
    if (Boolean.getBoolean("pacts.write")) {
      Files.writeString(PAGE, fresh);
      page = fresh;
    }
    assertThat(page)
        .as("docs/contracts.md is stale: write it with -Dpacts.write=true")
        .isEqualTo(fresh);
  }

  private static String table() {
    return "\n| Row | Title | Interactions |\n|---|---|---|\n"
        + rows().stream()
            .map(row -> "| %s | %s | %s |\n".formatted(row.code(), row.title(), cell(row.code())))
            .collect(Collectors.joining());
  }

  private static String cell(String code) {
    List<Promise> promises = of(code);
    return promises.isEmpty()
        ? "none: " + NO_CONTRACT.getOrDefault(code, "?")
        : promises.stream().map(Promise::description).collect(Collectors.joining("; "));
  }

  private static List<Promise> of(String code) {
    return promises()
        .filter(promise -> List.of(promise.rows().split(", ")).contains(code))
        .toList();
  }

  private static Stream<Promise> promises() {
    return Promises.both().stream().flatMap(promises -> promises.all().stream());
  }

  private static List<CertificationTest> rows() {
    return Stream.concat(Catalogue.rows().stream(), Catalogue.supplementary().stream()).toList();
  }
}
