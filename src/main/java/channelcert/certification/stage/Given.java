package channelcert.certification.stage;

import channelcert.certification.attend.Errand;
import org.jspecify.annotations.Nullable;

/**
 * An order that the candidate was given.
 *
 * @param errand the instruction, where a person was given it; absent where the driver took it
 */
public record Given(@Nullable Errand errand) {
  static final Given TO_DRIVER = new Given(null);

  /** Whether a person was asked, who is free in what a machine cannot choose. */
  public boolean toPerson() {
    return errand != null;
  }
}
