package channelcert.certification.run;

import channelcert.certification.attend.Desk;
import channelcert.certification.candidate.Candidate;
import channelcert.certification.stage.Driver;
import channelcert.certification.stage.MewsSide;
import channelcert.certification.stage.OtherConnection;
import channelcert.certification.stage.Probe;
import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * Candidate and Mews side, connected for a run.
 *
 * @param probe sends what Mews would not send
 * @param desk where people are asked
 * @param today the day on which the run began, at the property
 * @param another makes one more connection of the same two
 * @param notSetUp why a person did not connect and map the property; empty where that was done
 */
record Connected(
    Candidate candidate,
    MewsSide mews,
    Driver driver,
    Probe probe,
    Desk desk,
    LocalDate today,
    Supplier<OtherConnection> another,
    String notSetUp) {}
