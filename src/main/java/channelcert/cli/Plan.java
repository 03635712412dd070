package channelcert.cli;

import channelcert.certification.sign.SigningKeys;
import channelcert.mail.Mail;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
 * @param keys what the certification file is signed with
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
    boolean asynchronous,
    SigningKeys keys) {
  private static final String NONE = "";

  /** What another process would have to know to go on with the run. */
  Map<String, String> values(boolean described) {
    Map<String, String> values = new TreeMap<>();
    values.put("seed", Long.toString(seed));
    values.put("days", Integer.toString(days));
    values.put("only", String.join(" ", only));
    values.put("supplementary", Boolean.toString(supplementary));
    values.put("attempt", Integer.toString(attempt));
    values.put("mewsUrl", mewsUrl == null ? NONE : mewsUrl.toString());
    values.put("database", database == null ? "embedded" : "given");
    values.put("asynchronous", Boolean.toString(asynchronous));
    values.put("candidate", described ? "described" : "reference");
    return values;
  }

  /** The plan of a run that was broken off; who attends and where data lies is as it is now. */
  Plan resumed(UnfinishedRun run, Path folder) {
    String codes = run.get("only");
    String url = run.get("mewsUrl");
    return new Plan(
        run.wholeNumber("seed"),
        run.number("days"),
        codes.isEmpty() ? Set.of() : Set.of(codes.split(" ", -1)),
        Boolean.parseBoolean(run.get("supplementary")),
        run.number("attempt"),
        folder,
        run.number("mewsPort"),
        url.isEmpty() ? null : URI.create(url),
        database,
        attending,
        attendFor,
        mail,
        Boolean.parseBoolean(run.get("asynchronous")),
        keys);
  }
}
