/** Reading what testers export from their extranets: CSV, JSON and XLSX. */
@NullMarked
package channelcert.certification.attend.export;

import org.jspecify.annotations.NullMarked;
