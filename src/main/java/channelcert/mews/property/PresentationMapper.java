package channelcert.mews.property;

import channelcert.contract.mews.AbsoluteCancellationPenalty;
import channelcert.contract.mews.CancellationPenalty;
import channelcert.contract.mews.CancellationPolicy;
import channelcert.contract.mews.CancellationPolicyApplicability;
import channelcert.contract.mews.Image;
import channelcert.contract.mews.ImageType;
import channelcert.contract.mews.RelativeCancellationPenalty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Published form of what a property shows of itself; what it shows nothing of is left out. */
final class PresentationMapper {
  private final Presentation presentation;
  private final String currencyCode;

  PresentationMapper(Presentation presentation, String currencyCode) {
    this.presentation = presentation;
    this.currencyCode = currencyCode;
  }

  /** Pictures of a category, or of the property itself where no code is given. */
  @Nullable List<Image> images(@Nullable String spaceTypeCode) {
    List<Image> images =
        presentation.images().stream()
            .filter(image -> Objects.equals(image.spaceTypeCode(), spaceTypeCode))
            .map(image -> Image.builder().type(ImageType.of(image.type())).url(image.url()).build())
            .toList();
    return images.isEmpty() ? null : images;
  }

  @Nullable List<CancellationPolicy> cancellation(String ratePlanCode) {
    List<Presentation.CancellationPolicy> policies =
        presentation.cancellation().getOrDefault(ratePlanCode, List.of());
    return policies.isEmpty() ? null : policies.stream().map(this::policy).toList();
  }

  private CancellationPolicy policy(Presentation.CancellationPolicy policy) {
    Integer nights = policy.nights();
    return CancellationPolicy.builder()
        .applicability(CancellationPolicyApplicability.of(policy.applicability()))
        .offset(policy.offset())
        .penalty(
            CancellationPenalty.builder()
                .absolute(
                    AbsoluteCancellationPenalty.builder()
                        .amount(policy.fee())
                        .currencyCode(currencyCode)
                        .build())
                .relative(
                    RelativeCancellationPenalty.builder()
                        .value(policy.share())
                        .nights(nights == null ? null : BigDecimal.valueOf(nights))
                        .build())
                .build())
        .build();
  }
}
