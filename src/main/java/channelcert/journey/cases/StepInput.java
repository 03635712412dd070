package channelcert.journey.cases;

import channelcert.journey.workflow.Input;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody gives to a step; what the step does not ask for is ignored. */
public record StepInput(
    @Nullable String comment,
    @Nullable String slot,
    List<String> attendees,
    List<NewIssue> issues,
    @Nullable String pilotProperty,
    @Nullable String change) {
  /** Nothing. */
  public static final StepInput NONE = new StepInput(null, null, List.of(), List.of(), null, null);

  /** An issue to open. */
  public record NewIssue(boolean critical, String content) {}

  /** Whether what the step asks for is there. */
  boolean has(Input input) {
    return switch (input) {
      case COMMENT -> isGiven(comment);
      case SLOT -> isGiven(slot);
      case ATTENDEES -> attendees.stream().anyMatch(StepInput::isGiven);
      case ISSUES -> !issues.isEmpty() && issues.stream().allMatch(each -> isGiven(each.content()));
      case PILOT_PROPERTY -> isGiven(pilotProperty);
      case CHANGE -> isGiven(change);
    };
  }

  /** The name of the field in the API. */
  public static String field(Input input) {
    return switch (input) {
      case COMMENT -> "comment";
      case SLOT -> "slot";
      case ATTENDEES -> "attendees";
      case ISSUES -> "issues";
      case PILOT_PROPERTY -> "pilotProperty";
      case CHANGE -> "change";
    };
  }

  private static boolean isGiven(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
