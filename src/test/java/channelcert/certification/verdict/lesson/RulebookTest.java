package channelcert.certification.verdict.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.catalogue.Catalogue;
import channelcert.certification.catalogue.CertificationTest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RulebookTest {
  private static final List<CertificationTest> ROWS =
      Stream.concat(Catalogue.rows().stream(), Catalogue.supplementary().stream()).toList();

  @Test
  void hasARuleForEveryExpectation() {
    assertThat(ROWS)
        .allSatisfy(
            row ->
                assertThat(row.expectations())
                    .allSatisfy(
                        each ->
                            assertThat(Rulebook.of(row.code(), each.id()))
                                .as(row.code() + "/" + each.id())
                                .isPresent()));
  }

  @Test
  void hasNoRuleThatNothingTests() {
    Set<Integer> used = new HashSet<>();
    for (CertificationTest row : ROWS) {
      row.expectations()
          .forEach(each -> Rulebook.place(row.code(), each.id()).ifPresent(used::add));
    }

    assertThat(used)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, Rulebook.size()).boxed().toList());
  }

  @Test
  void namesThePageOfTheRule() {
    assertThat(Rulebook.of("ERR-3", "category-code"))
        .get()
        .satisfies(
            rule -> {
              assertThat(rule.page()).isEqualTo("Guidelines, Responses");
              assertThat(rule.rule()).contains("error 10").contains("categoryCode");
            });
    assertThat(Rulebook.of("ERR-9", "harness")).isEmpty();
  }
}
