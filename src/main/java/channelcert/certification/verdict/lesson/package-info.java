/** What a failure teaches beside its words: where it differs, why most likely, and the rule. */
@NullMarked
package channelcert.certification.verdict.lesson;

import org.jspecify.annotations.NullMarked;
