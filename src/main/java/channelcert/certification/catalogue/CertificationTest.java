package channelcert.certification.catalogue;

import channelcert.certification.candidate.Candidate;
import channelcert.certification.candidate.Capabilities;
import channelcert.certification.stage.Step;
import channelcert.certification.verdict.Basis;
import channelcert.certification.verdict.Check;
import channelcert.certification.verdict.Expectation;
import channelcert.certification.verdict.Requirement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A row of the certification as declared: what is done, and what is expected. What happened and
 * what came of it are other records.
 *
 * @param code published order, for example {@code INV-1}
 * @param id stable words, for example {@code inventory/availability}
 * @param scenario what happens, in one or two sentences
 * @param buildsOn ids of the rows that have to run before, whose evidence this one may use
 * @param needs what it uses alone
 * @param uses what it uses together with others
 * @param claimed whether a candidate with these capabilities says that the row applies to it
 */
public record CertificationTest(
    String code,
    String id,
    String title,
    Requirement requirement,
    String scenario,
    List<String> buildsOn,
    Set<Area> needs,
    Set<Area> uses,
    Predicate<Capabilities> claimed,
    List<Step> steps,
    List<Expectation> expectations) {

  public CertificationTest {
    buildsOn = List.copyOf(buildsOn);
    needs = Set.copyOf(needs);
    uses = Set.copyOf(uses);
    steps = List.copyOf(steps);
    expectations = List.copyOf(expectations);
  }

  /** Starts a row, required and applying to everybody until said otherwise. */
  public static Builder test(String code, String id) {
    return new Builder(code, id);
  }

  /** Starts a row that never blocks a certification. */
  public static Builder supplementary(String code, String id) {
    return new Builder(code, id).requirement(Requirement.OPTIONAL);
  }

  /** Whether the row applies to the candidate. */
  public boolean appliesTo(Candidate candidate) {
    return claimed.test(candidate.capabilities());
  }

  /** Whether it cannot begin while the other one is under way. */
  public boolean isKeptBackBy(CertificationTest other) {
    return needs.stream().anyMatch(area -> other.needs.contains(area) || other.uses.contains(area))
        || uses.stream().anyMatch(other.needs::contains);
  }

  /** Declares a row from top to bottom. */
  public static final class Builder {
    private final String code;
    private final String id;
    private final List<String> buildsOn = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Expectation> expectations = new ArrayList<>();
    private Set<Area> needs = EnumSet.allOf(Area.class);
    private Set<Area> uses = Set.of();
    private String title = "";
    private String scenario = "";
    private Requirement requirement = Requirement.REQUIRED;
    private Predicate<Capabilities> claimed = capabilities -> true;

    private Builder(String code, String id) {
      this.code = code;
      this.id = id;
    }

    public Builder title(String title) {
      this.title = title;
      return this;
    }

    public Builder requirement(Requirement requirement) {
      this.requirement = requirement;
      return this;
    }

    /** What happens, in one or two sentences. */
    public Builder scenario(String scenario) {
      this.scenario = scenario;
      return this;
    }

    /** Names a row that has to run before. */
    public Builder buildsOn(String rowId) {
      buildsOn.add(rowId);
      return this;
    }

    /** It uses these alone, and no others; everything until said otherwise. */
    public Builder needs(Area... areas) {
      needs = Set.of(areas);
      uses = Set.of(Area.CONNECTION);
      return this;
    }

    /** It uses these together with others, as it does the connection. */
    public Builder uses(Area... areas) {
      needs();
      uses = EnumSet.of(Area.CONNECTION, areas);
      return this;
    }

    /** The row does not apply to candidates that do not claim this. */
    public Builder claimedBy(Predicate<Capabilities> claimed) {
      this.claimed = claimed;
      return this;
    }

    public Builder step(Step step) {
      steps.add(step);
      return this;
    }

    /**
     * Adds an expectation.
     *
     * @param expectationId stable words, unique in the row
     * @param statement the rule in our own words
     * @param basis how it is known
     */
    public Builder expect(String expectationId, String statement, Basis basis, Check check) {
      expectations.add(new Expectation(expectationId, statement, basis, check));
      return this;
    }

    /**
     * The finished row.
     *
     * @throws IllegalStateException when the declaration is incomplete or an id stands twice
     */
    public CertificationTest build() {
      if (title.isEmpty() || scenario.isEmpty() || steps.isEmpty() || expectations.isEmpty()) {
        throw new IllegalStateException(code + " needs a title, a scenario, steps, expectations");
      }
      Set<String> seen = new HashSet<>();
      for (Expectation expectation : expectations) {
        if (!seen.add(expectation.id())) {
          throw new IllegalStateException(code + " has two expectations " + expectation.id());
        }
      }
      return new CertificationTest(
          code,
          id,
          title,
          requirement,
          scenario,
          buildsOn,
          needs,
          uses,
          claimed,
          steps,
          expectations);
    }
  }
}
