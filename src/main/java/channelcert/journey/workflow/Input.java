package channelcert.journey.workflow;

/** What the acting person has to give. */
public enum Input {
  COMMENT("a comment that says why"),
  SLOT("a slot of the call"),
  ATTENDEES("who is present, at least one of them from the partner"),
  ISSUES("at least one issue with its severity"),
  PILOT_PROPERTY("the pilot property"),
  CHANGE("a description of the change");

  private final String words;

  Input(String words) {
    this.words = words;
  }

  /** The input for people. */
  public String words() {
    return words;
  }
}
