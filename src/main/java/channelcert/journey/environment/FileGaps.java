package channelcert.journey.environment;

import channelcert.journey.cases.CertificationCase;
import java.util.List;

/** Knows what the certification file of a case lacks. */
@FunctionalInterface
public interface FileGaps {
  /** Mandatory fields that are not filled in; the whole file while there is none. */
  List<String> of(CertificationCase found);
}
