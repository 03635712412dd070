package channelcert.management;

import channelcert.contract.management.api.MetricsApi;

/** Hands the figures to Prometheus. */
public final class MetricsResource implements MetricsApi {
  private final Metrics metrics;

  public MetricsResource(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public String getMetrics() {
    return metrics.text();
  }
}
