package channelcert.certification.catalogue;

import channelcert.certification.catalogue.supplementary.SupplementaryTests;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every row of the certification, in the published order. Listing them runs nothing. */
public final class Catalogue {
  private static final List<CertificationTest> ROWS = join();
  private static final List<CertificationTest> SUPPLEMENTARY = SupplementaryTests.rows();

  private Catalogue() {}

  /** INV-1 to INV-6, RES-1 to RES-13, ERR-1 to ERR-6. */
  public static List<CertificationTest> rows() {
    return ROWS;
  }

  /**
   * The rows with these codes and, before them, the rows on which they build; all when no code is
   * given.
   */
  public static List<CertificationTest> chosen(Set<String> codes) {
    if (codes.isEmpty()) {
      return ROWS;
    }
    Set<String> wanted = new HashSet<>();
    for (CertificationTest row : ROWS.reversed()) {
      if (codes.contains(row.code()) || wanted.contains(row.id())) {
        wanted.add(row.id());
        wanted.addAll(row.buildsOn());
      }
    }
    return ROWS.stream().filter(row -> wanted.contains(row.id())).toList();
  }

  /** The row with that code, supplementary or not. */
  public static Optional<CertificationTest> find(String code) {
    return Stream.concat(ROWS.stream(), SUPPLEMENTARY.stream())
        .filter(row -> row.code().equals(code))
        .findFirst();
  }

  /** SUP-1 to SUP-20, which never block a certification. */
  public static List<CertificationTest> supplementary() {
    return SUPPLEMENTARY;
  }

  /**
   * The supplementary rows to run: those that are named; where none is named, all when they were
   * asked for.
   */
  public static List<CertificationTest> chosenSupplementary(Set<String> codes, boolean all) {
    List<CertificationTest> named =
        supplementary().stream().filter(row -> codes.contains(row.code())).toList();
    return named.isEmpty() && all ? supplementary() : named;
  }

  private static List<CertificationTest> join() {
    List<CertificationTest> rows = new ArrayList<>();
    rows.addAll(InventoryPushTests.rows());
    rows.addAll(ReservationTests.rows());
    rows.addAll(ErrorTests.rows());
    Set<String> seen = new LinkedHashSet<>();
    for (CertificationTest row : rows) {
      if (!seen.containsAll(row.buildsOn()) || !seen.add(row.id())) {
        throw new IllegalStateException(
            row.code() + " stands before a row on which it builds, or its id stands twice");
      }
    }
    return List.copyOf(rows);
  }
}
