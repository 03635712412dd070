package channelcert.certification.run;

import channelcert.certification.verdict.RowResult;
import java.util.List;

/** Watches a run. */
public interface Progress {
  /** Watches nothing. */
  Progress NONE =
      new Progress() {
        @Override
        public void rowStarted(String code, String title) {}

        @Override
        public void rowProgress(String code, String text, long done, long total) {}

        @Override
        public void rowFinished(RowResult result) {}
      };

  /** Messages of the candidate that belong to no row: recorded, and judged by none. */
  default void setAside(List<String> exchanges) {}

  void rowStarted(String code, String title);

  /**
   * A long step goes on.
   *
   * @param text what is counted
   * @param total how many it will be; 0 when nobody knows
   */
  void rowProgress(String code, String text, long done, long total);

  /** A row is judged; late messages may still make its result worse in the result of the run. */
  void rowFinished(RowResult result);
}
