/**
 * The certification file: what it says, its workbook and its page, and reading a filled-in one
 * back.
 */
@NullMarked
package channelcert.certification.file;

import org.jspecify.annotations.NullMarked;
