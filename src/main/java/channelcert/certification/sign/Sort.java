package channelcert.certification.sign;

/** What is signed, so that one thing is never taken for another. */
public enum Sort {
  FILE("channelcert-file"),
  CERTIFICATE("channelcert-certificate"),
  EXPORT("channelcert-export");

  private final String type;

  Sort(String type) {
    this.type = type;
  }

  String type() {
    return type;
  }
}
