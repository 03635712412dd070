package channelcert.journey.cases;

import org.jspecify.annotations.Nullable;

/** A step or change that is not made; says why and what to do next. */
public final class StepRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Reason {
    /** What was given is wrong. */
    INVALID,
    /** Somebody else has to do it. */
    FORBIDDEN,
    /** It is not the time for it, or somebody was faster. */
    CONFLICT
  }

  private final Reason reason;
  private final @Nullable String field;

  private StepRefused(Reason reason, String message, @Nullable String field) {
    super(message);
    this.reason = reason;
    this.field = field;
  }

  public static StepRefused invalid(String field, String message) {
    return new StepRefused(Reason.INVALID, message, field);
  }

  public static StepRefused forbidden(String message) {
    return new StepRefused(Reason.FORBIDDEN, message, null);
  }

  public static StepRefused conflict(String message) {
    return new StepRefused(Reason.CONFLICT, message, null);
  }

  public Reason reason() {
    return reason;
  }

  /** The field that is wrong. */
  public @Nullable String field() {
    return field;
  }
}
