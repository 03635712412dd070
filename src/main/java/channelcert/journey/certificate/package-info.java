/** Certificates: signed, public, and revoked by re-certification. */
@NullMarked
package channelcert.journey.certificate;

import org.jspecify.annotations.NullMarked;
