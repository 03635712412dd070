package channelcert.certification.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import channelcert.certification.verdict.Basis;
import channelcert.certification.verdict.Finding;
import channelcert.certification.verdict.Requirement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  @Test
  void allRowsStandInThePublishedOrder() {
    assertThat(Catalogue.rows())
        .extracting(CertificationTest::code)
        .containsExactly(
            "INV-1", "INV-2", "INV-3", "INV-4", "INV-5", "INV-6", "RES-1", "RES-2", "RES-3",
            "RES-4", "RES-5", "RES-6", "RES-7", "RES-8", "RES-9", "RES-10", "RES-11", "RES-12",
            "RES-13", "ERR-1", "ERR-2", "ERR-3", "ERR-4", "ERR-5", "ERR-6");
  }

  @Test
  void theirIdsAreStable() {
    assertThat(Catalogue.rows())
        .extracting(CertificationTest::id)
        .contains(
            "inventory/availability",
            "inventory/gross-prices",
            "inventory/net-prices",
            "inventory/restrictions",
            "inventory/package-rate",
            "inventory/full-push",
            "error/system-errors",
            "error/unknown-reservation",
            "error/unmapped-category-code",
            "error/unmapped-rate-code",
            "error/inactive-connection",
            "error/invalid-reservation")
        .doesNotHaveDuplicates();
  }

  @Test
  void onlyReservationsWithProductsAreOptional() {
    assertThat(Catalogue.rows())
        .filteredOn(row -> row.requirement() == Requirement.OPTIONAL)
        .extracting(CertificationTest::code)
        .containsExactly("RES-13");
  }

  @Test
  void everyExpectationHasAStableIdAndAStatement() {
    assertThat(Catalogue.rows())
        .flatExtracting(CertificationTest::expectations)
        .allSatisfy(
            expectation -> {
              assertThat(expectation.id()).matches("[a-z]+(-[a-z]+)*");
              assertThat(expectation.statement()).hasSizeGreaterThan(15);
            });
  }

  @Test
  void aChosenRowBringsThoseOnWhichItBuilds() {
    assertThat(Catalogue.chosen(Set.of("RES-3", "ERR-2")))
        .extracting(CertificationTest::code)
        .startsWith("RES-1")
        .endsWith("RES-3", "ERR-2");
    assertThat(Catalogue.chosen(Set.of())).hasSize(25);
  }

  @Test
  void supplementaryRowsStandBesideTheOthersAndNeverBlock() {
    assertThat(Catalogue.supplementary())
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.code()).startsWith("SUP-");
              assertThat(row.id()).matches("supplementary(/[a-z-]+)");
              assertThat(row.requirement()).isEqualTo(Requirement.OPTIONAL);
              assertThat(row.buildsOn()).isEmpty();
            });
    assertThat(Catalogue.supplementary())
        .flatExtracting(CertificationTest::expectations)
        .allSatisfy(each -> assertThat(each.id()).matches("[a-z]+(-[a-z]+)*"));
    assertThat(Catalogue.rows()).doesNotContainAnyElementsOf(Catalogue.supplementary());
  }

  @Test
  void supplementaryRowsAreChosenByNameOrAllTogether() {
    assertThat(Catalogue.chosenSupplementary(Set.of("SUP-3"), false))
        .extracting(CertificationTest::code)
        .containsExactly("SUP-3");
    assertThat(Catalogue.chosenSupplementary(Set.of("SUP-3", "INV-1"), true)).hasSize(1);
    assertThat(Catalogue.chosenSupplementary(Set.of("INV-1"), false)).isEmpty();
    assertThat(Catalogue.chosenSupplementary(Set.of("INV-1"), true))
        .isEqualTo(Catalogue.supplementary());
    assertThat(Catalogue.chosen(Set.of("SUP-3"))).isEmpty();
  }

  @Test
  void anExpectationIdMayStandOnlyOnce() {
    CertificationTest.Builder row =
        CertificationTest.test("X-1", "x")
            .title("X")
            .scenario("Something happens.")
            .step(stage -> {})
            .expect("a", "It is so.", Basis.WIRE, evidence -> finding())
            .expect("a", "It is so.", Basis.WIRE, evidence -> finding());
    assertThatThrownBy(row::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("two expectations a");
  }

  @Test
  void anIncompleteRowIsNoRow() {
    assertThatThrownBy(() -> CertificationTest.test("X-1", "x").title("X").build())
        .isInstanceOf(IllegalStateException.class);
  }

  private static Finding finding() {
    return Finding.passed("", "", List.of());
  }
}
