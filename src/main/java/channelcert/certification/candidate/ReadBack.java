package channelcert.certification.candidate;

/** How it becomes known what the extranet of the candidate shows. */
public enum ReadBack {
  /** Its driver tells. */
  DRIVER,
  /** A person types what stands where we pushed values that nobody can guess. */
  CHALLENGE,
  /** A person uploads an export. */
  EXPORT,
  /** A person states it. */
  ATTEST
}
