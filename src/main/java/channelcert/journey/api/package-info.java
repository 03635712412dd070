/** The portal's API ({@code api-spec/portal.yaml}) on its own listener, and who may call what. */
@NullMarked
package channelcert.journey.api;

import org.jspecify.annotations.NullMarked;
