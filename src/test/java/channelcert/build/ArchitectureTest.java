package channelcert.build;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The arrows of docs/architecture.md. */
class ArchitectureTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("channelcert");

  private static final String STORES = ".*(Store|Ledger|StoreTables)(\\$.*)?";

  @Test
  void everyPackageUsesOnlyWhatItMay() {
    mayUse("contract");
    mayUse("store");
    mayUse("exchange");
    mayUse("mail");
    mayUse("http", "contract", "exchange");
    mayUse("mews", "contract", "http", "exchange", "mail", "store");
    mayUse("channelmanager", "contract", "http", "exchange", "store");
    mayUse("management", "contract", "http", "exchange", "store");
    mayUse("fault", "contract", "http", "exchange");
    mayUse("pact", "contract", "http", "exchange");
    mayUse("bench", "mews", "channelmanager", "store");
    mayUse("certification", "contract", "mews", "http", "exchange", "store");
    mayUse("journey", "certification", "contract", "mews", "http", "exchange", "mail", "store");
  }

  @Test
  void topPackagesHaveNoCycles() {
    slices().matching("channelcert.(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void theTwoSidesShareTheContractAndNothingElse() {
    forbid("channelcert.mews..", "channelcert.channelmanager..");
    forbid("channelcert.channelmanager..", "channelcert.mews..");
    forbid("channelcert.certification..", "channelcert.channelmanager..");
    forbid("channelcert.journey..", "channelcert.channelmanager..");
  }

  @Test
  void theTableOfStepsIsPure() {
    noClasses()
        .that()
        .resideInAPackage("channelcert.journey.workflow..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("channelcert..")
                .and(not(resideInAPackage("channelcert.journey.workflow..")))
                .or(JavaClass.Predicates.equivalentTo(Clock.class)))
        .check(MAIN);
  }

  @Test
  void verdictsAreDrawnFromRecordedJsonAlone() {
    noClasses()
        .that()
        .resideInAPackage("channelcert.certification.verdict..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "channelcert.contract..",
                    "channelcert.http..",
                    "channelcert.store..",
                    "channelcert.mews..",
                    "channelcert.certification.run..",
                    "java.net.http..",
                    "java.sql..",
                    "org.jooq..")
                .or(JavaClass.Predicates.equivalentTo(Clock.class)))
        .check(MAIN);
  }

  @Test
  void sqlStaysInStores() {
    classes()
        .that(resideInAnyPackage("org.jooq..").negate().and(resideInAPackage("channelcert..")))
        .and(not(resideInAPackage("channelcert.store..")))
        .and()
        .haveNameNotMatching(STORES)
        .should()
        .onlyDependOnClassesThat(not(resideInAnyPackage("org.jooq..")))
        .check(MAIN);
  }

  @Test
  void messagesOfTheContractStayAtTheEdge() {
    noClasses()
        .that(
            resideInAnyPackage(
                "channelcert.mews..", "channelcert.channelmanager..", "channelcert.journey.."))
        .and(
            not(
                simpleNameEndingWith("Resource")
                    .or(simpleNameEndingWith("Client"))
                    .or(simpleNameEndingWith("Mapper"))
                    .or(simpleNameEndingWith("Sender"))))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "channelcert.contract.mews",
                    "channelcert.contract.channelmanager",
                    "channelcert.contract.driver",
                    "channelcert.contract.ota",
                    "channelcert.contract.control",
                    "channelcert.contract.management",
                    "channelcert.contract.portal",
                    "channelcert.contract.shared")
                .and(not(simpleNameEndingWith("ErrorCode"))))
        .check(MAIN);
  }

  @Test
  void timeAndChanceAreGiven() {
    for (Class<?> source : new Class<?>[] {Instant.class, LocalDate.class}) {
      onlyInCli(noClasses().that(outsideCli()).should().callMethod(source, "now"));
    }
    onlyInCli(noClasses().that(outsideCli()).should().callMethod(UUID.class, "randomUUID"));
    onlyInCli(noClasses().that(outsideCli()).should().callMethod(Clock.class, "systemUTC"));
    onlyInCli(noClasses().that(outsideCli()).should().callConstructor(Random.class));
  }

  @Test
  void aPlantedArrowIsFound() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("channelcert.http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("channelcert.contract..");
    assertThat(rule.evaluate(MAIN).hasViolation()).isTrue();
  }

  private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> outsideCli() {
    return resideInAPackage("channelcert..").and(not(resideInAPackage("channelcert.cli..")));
  }

  private static void onlyInCli(ArchRule rule) {
    rule.because("tests inject the clock and the source of ids").check(MAIN);
  }

  private static void mayUse(String part, String... others) {
    String[] allowed = new String[others.length + 1];
    allowed[0] = "channelcert." + part + "..";
    for (int i = 0; i < others.length; i++) {
      allowed[i + 1] = "channelcert." + others[i] + "..";
    }
    noClasses()
        .that()
        .resideInAPackage("channelcert." + part + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("channelcert..").and(not(resideInAnyPackage(allowed))))
        .allowEmptyShould(true)
        .check(MAIN);
  }

  private static void forbid(String from, String to) {
    noClasses()
        .that()
        .resideInAPackage(from)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(to)
        .allowEmptyShould(true)
        .check(MAIN);
  }
}
