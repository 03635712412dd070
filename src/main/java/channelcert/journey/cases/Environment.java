package channelcert.journey.cases;

/** Where addresses and tokens belong; the two are never mixed. */
public enum Environment {
  TEST,
  PRODUCTION
}
