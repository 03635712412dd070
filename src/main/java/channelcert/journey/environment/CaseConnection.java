package channelcert.journey.environment;

import channelcert.journey.cases.Environment;

/**
 * A connection of a case at the Mews side.
 *
 * @param number from 1, in its environment
 * @param employeeEmail what Get properties is called with
 * @param spaceTypeCode the category that the connection is for; empty for a connection of
 *     everything
 * @param connectionToken a secret
 * @param clientToken what the partner sends to Mews; a secret
 */
public record CaseConnection(
    String caseId,
    Environment environment,
    int number,
    String propertyId,
    String employeeEmail,
    String spaceTypeCode,
    String connectionToken,
    String clientToken) {
  /** Without the tokens. */
  @Override
  public String toString() {
    return "CaseConnection[" + caseId + ", " + environment + ", " + number + "]";
  }
}
