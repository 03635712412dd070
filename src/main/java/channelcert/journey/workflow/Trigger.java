package channelcert.journey.workflow;

/** What sets a transition off. */
public enum Trigger {
  /** Somebody who may does it. */
  PERSON,
  /** It happens as soon as what it needs was observed; nobody can tick it. */
  OBSERVATION,
  /** A time is over. */
  TIMER
}
