package channelcert.journey.cases;

import channelcert.journey.workflow.CaseState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A certification case as it is stored.
 *
 * @param revision grows with every change
 * @param attempt number of the attempt, from 1
 * @param forManyProperties whether it is a public integration, which needs a pilot property
 * @param details the technical details as JSON
 * @param predecessor the case that this one certifies again
 * @param successor the case that certifies this one again
 * @param recommendedBy the person who recommended the certification
 */
public record CertificationCase(
    String id,
    String organisationId,
    String application,
    CaseState state,
    Instant stateSince,
    long revision,
    int attempt,
    boolean forManyProperties,
    @Nullable String pilotProperty,
    boolean testAccessRequested,
    String details,
    @Nullable String predecessor,
    @Nullable String successor,
    @Nullable String recommendedBy,
    @Nullable Instant certifiedAt,
    boolean pilotAgreed,
    @Nullable Instant monitoringSince,
    boolean healthy) {}
