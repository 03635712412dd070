/**
 * The control API of the Mews side ({@code api-spec/mews-control.yaml}) on its management listener,
 * beside health and readiness.
 */
@NullMarked
package channelcert.mews.control;

import org.jspecify.annotations.NullMarked;
