package channelcert.journey.export;

import java.util.List;

/**
 * What an archive holds; signed.
 *
 * @param auditHead hash of the newest entry of the history
 */
record Manifest(
    String schema,
    String caseId,
    String exportedAt,
    String auditHead,
    long auditEntries,
    List<Archive.Entry> files) {
  static final String SCHEMA = "channelcert-export/1";
  static final String NAME = "manifest.jws";
}
