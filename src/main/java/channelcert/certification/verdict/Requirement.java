package channelcert.certification.verdict;

/** Whether a row has to pass. */
public enum Requirement {
  REQUIRED,
  OPTIONAL
}
