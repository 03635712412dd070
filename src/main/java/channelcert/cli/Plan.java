package channelcert.cli;

import channelcert.mews.mail.Mail;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a certification run was asked to do.
 *
 * @param days nights of the full push; 0 = as the candidate file says
 * @param only codes of the tests to run; empty = all
 * @param supplementary whether the supplementary checks run as well
 * @param attempt number of the attempt, from 1
 * @param out report folder
 * @param mewsPort port of the Mews side; 0 takes a free one
 * @param mewsUrl address at which the candidate reaches the Mews side, when it differs
 * @param database address of a PostgreSQL database; absent = embedded
 * @param attending who replies where a person is asked
 * @param attendFor how long an instruction waits for a person
 * @param mail server for mails to properties; absent = none are sent
 * @param asynchronous whether the reference channel manager confirms pushes afterwards
 */
record Plan(
    long seed,
    int days,
    Set<String> only,
    boolean supplementary,
    int attempt,
    Path out,
    int mewsPort,
    @Nullable URI mewsUrl,
    @Nullable String database,
    Attending attending,
    Duration attendFor,
    @Nullable Mail mail,
    boolean asynchronous) {}
