package channelcert.store;

/** A part of the program with tables of its own, in a schema of its own. */
public enum Part {
  MEWS("mews", "mews"),
  CHANNEL_MANAGER("channel_manager", "channelmanager"),
  JOURNEY("journey", "journey");

  private final String schema;
  private final String folder;

  Part(String schema, String folder) {
    this.schema = schema;
    this.folder = folder;
  }

  String schema() {
    return schema;
  }

  String migrations() {
    return "classpath:db/" + folder;
  }
}
