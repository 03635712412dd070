/** Signs what is certified, and verifies it without asking anybody: JWS with ES256. */
@NullMarked
package channelcert.certification.sign;

import org.jspecify.annotations.NullMarked;
