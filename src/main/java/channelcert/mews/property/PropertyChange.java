package channelcert.mews.property;

import org.jspecify.annotations.Nullable;

/**
 * What changes at a property; what is absent stays as it is.
 *
 * @param employeeEmail verified e-mail of an employee
 * @param taxPercent tax inside a gross price
 */
public record PropertyChange(
    @Nullable String name,
    @Nullable String employeeEmail,
    @Nullable Integer taxPercent,
    @Nullable PricingMode pricingMode) {}
