package channelcert.fault;

import static org.assertj.core.api.Assertions.assertThat;

import channelcert.certification.catalogue.Catalogue;
import channelcert.certification.catalogue.CertificationTest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FaultsTest {
  private static final List<String> ROWS =
      Stream.of(rows("INV", 6), rows("RES", 13), rows("ERR", 6), supplementary())
          .flatMap(List::stream)
          .toList();

  @Test
  void everyRowIsFoundFirstByAtLeastOneFault() {
    assertThat(Faults.all().stream().filter(fault -> !fault.row().startsWith("SUP-")))
        .hasSizeGreaterThanOrEqualTo(80);
    assertThat(Variants.all()).hasSizeGreaterThanOrEqualTo(8);
    assertThat(Faults.all()).extracting(Fault::row).containsAll(ROWS);
  }

  @Test
  void standInTheOrderOfTheRows() {
    assertThat(Set.copyOf(ROWS)).containsAll(Faults.all().stream().map(Fault::row).toList());
    Set<String> order = new LinkedHashSet<>(Faults.all().stream().map(Fault::row).toList());
    assertThat(order).containsExactlyElementsOf(ROWS);
  }

  @Test
  void haveNamesThatStandOnceAndAreFoundByThem() {
    List<String> names = Faults.all().stream().map(Fault::name).toList();

    assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9-]+"));
    assertThat(Faults.named(names.getFirst())).contains(Faults.all().getFirst());
    assertThat(Faults.named("no-such-fault")).isEmpty();
  }

  @Test
  void sayWhatTheyBreakAndOnlyNameLaterRowsThatExist() {
    assertThat(Faults.all())
        .allSatisfy(
            fault -> {
              assertThat(fault.breaks()).as(fault.name()).endsWith(".").hasSizeGreaterThan(15);
              assertThat(ROWS).as(fault.name()).containsAll(fault.alsoRows());
              assertThat(fault.alsoRows())
                  .as(fault.name())
                  .allMatch(row -> ROWS.indexOf(row) > ROWS.indexOf(fault.row()));
            });
  }

  private static List<String> supplementary() {
    return Catalogue.supplementary().stream().map(CertificationTest::code).toList();
  }

  private static List<String> rows(String group, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> group + "-" + number).toList();
  }
}
