package channelcert.journey.cases;

import channelcert.journey.workflow.Transition;
import java.util.List;

/** Writes the mails about a step; they are stored with it, and sent later. */
@FunctionalInterface
public interface StepPost {
  /** The mails, as changes of the transaction of the step. */
  List<CaseChange> about(Transition step, CertificationCase found, StepInput input);
}
