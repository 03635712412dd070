/** What those who run a process see of it: health, readiness, metrics and request logs. */
@NullMarked
package channelcert.management;

import org.jspecify.annotations.NullMarked;
