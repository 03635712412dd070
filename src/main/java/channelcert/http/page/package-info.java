/** What web pages of any part need: HTML answers, headers, form fields, passwords, files. */
@NullMarked
package channelcert.http.page;

import org.jspecify.annotations.NullMarked;
