package channelcert.certification.run;

import channelcert.certification.candidate.Candidate;
import channelcert.certification.stage.Driver;
import channelcert.certification.stage.MewsSide;
import java.time.LocalDate;

/**
 * Candidate and Mews side, connected for a run.
 *
 * @param today the day on which the run began, at the property
 */
record Connected(Candidate candidate, MewsSide mews, Driver driver, LocalDate today) {}
