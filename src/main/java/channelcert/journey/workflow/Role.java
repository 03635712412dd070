package channelcert.journey.workflow;

import java.util.EnumSet;
import java.util.Set;

/** What a person is in the portal. */
public enum Role {
  PARTNER_DEVELOPER("partner developer"),
  PARTNER_ADMINISTRATOR("partner administrator"),
  PROPERTY("property"),
  CERTIFIER("certifier"),
  LEAD_CERTIFIER("lead certifier");

  /** Everybody of the partner who works on the certification. */
  public static final Set<Role> PARTNER =
      Set.copyOf(EnumSet.of(PARTNER_DEVELOPER, PARTNER_ADMINISTRATOR));

  /** Everybody of Mews. */
  public static final Set<Role> MEWS = Set.copyOf(EnumSet.of(CERTIFIER, LEAD_CERTIFIER));

  private final String words;

  Role(String words) {
    this.words = words;
  }

  /** The role for people. */
  public String words() {
    return words;
  }

  /** Whether the person works for Mews and so sees every case. */
  public boolean isMews() {
    return MEWS.contains(this);
  }
}
