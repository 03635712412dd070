@NullMarked
package channelcert.management;

import org.jspecify.annotations.NullMarked;
