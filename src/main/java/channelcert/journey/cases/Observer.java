package channelcert.journey.cases;

/** Looks at what happened to a case outside its own record. */
@FunctionalInterface
public interface Observer {
  /** What is seen of the case now. */
  Observed of(CertificationCase found);
}
