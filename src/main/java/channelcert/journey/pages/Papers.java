package channelcert.journey.pages;

import channelcert.journey.call.CallDesk;
import channelcert.journey.certificate.CertificateDesk;
import channelcert.journey.file.FileDesk;
import channelcert.journey.post.PostDesk;
import java.net.URI;
import java.util.function.Supplier;

/**
 * The desks of what a case is written down in.
 *
 * @param portal address of the portal
 */
public record Papers(
    FileDesk files,
    CallDesk calls,
    CertificateDesk certificates,
    PostDesk post,
    Supplier<URI> portal) {

  /** Where the public keys are. */
  String keys() {
    return portal.get() + "/api/keys";
  }
}
