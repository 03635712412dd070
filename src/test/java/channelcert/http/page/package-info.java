@NullMarked
package channelcert.http.page;

import org.jspecify.annotations.NullMarked;
