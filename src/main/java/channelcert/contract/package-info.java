/**
 * What the two sides share: the operations of the published API, generated from {@code api-spec/},
 * and the three types through which its clients call.
 */
@NullMarked
package channelcert.contract;

import org.jspecify.annotations.NullMarked;
