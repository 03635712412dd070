package channelcert.journey.cases;

import channelcert.journey.people.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Does what a step has as its effect. What reaches outside the portal's own database is done in
 * {@link #prepare}; the rest in the transaction of the step, by what it answers.
 */
@FunctionalInterface
public interface Action {
  /**
   * Prepares the effect, before the transaction of the step.
   *
   * @param by who takes the step; absent where it is observed or timed
   * @throws StepRefused when it cannot be done
   */
  Prepared prepare(CertificationCase found, StepInput input, @Nullable Person by);

  /**
   * A prepared effect.
   *
   * @param changes what is done in the transaction of the step
   * @param secrets what is shown once
   */
  record Prepared(List<CaseChange> changes, List<ShownSecret> secrets) {
    /** Changes without secrets. */
    public static Prepared of(CaseChange... changes) {
      return new Prepared(List.of(changes), List.of());
    }
  }
}
