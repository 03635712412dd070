package channelcert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PrintedConfigTest {
  @Test
  void showsEachSettingWithItsOriginAndNoSecret() {
    Properties file = new Properties();
    file.put("database", "postgresql://hotel:SECRET-PASSWORD@db.example/channelcert");
    file.put("mews-port", "1");
    SettingSources sources =
        new SettingSources(
            Map.of("CHANNELCERT_MEWS_PORT", "8190", "CHANNELCERT_CLIENT_TOKEN", "SECRET-TOKEN"),
            file);
    CommandLine line = Main.commandLine();
    line.setDefaultValueProvider(sources);
    line.setExecutionStrategy(new PrintedConfig(sources));
    StringWriter out = new StringWriter();
    line.setOut(new PrintWriter(out));

    assertThat(line.execute("serve", "--print-config", "--drain-delay", "3")).isZero();

    assertThat(out.toString().lines())
        .anyMatch(each -> each.matches("--drain-delay +3  \\(command line\\)"))
        .anyMatch(
            each -> each.matches("--mews-port +8190  \\(environment CHANNELCERT_MEWS_PORT\\)"))
        .anyMatch(
            each ->
                each.matches(
                    "--database +postgresql://hotel:\\*\\*\\*@db.example/channelcert "
                        + " \\(channelcert.properties, database\\)"))
        .anyMatch(each -> each.matches("--log-format +HUMAN  \\(default\\)"))
        .anyMatch(each -> each.matches("--smtp +-  \\(default\\)"))
        .anyMatch(each -> each.matches("--client-token +masked:.*environment.*"));
    assertThat(out.toString()).doesNotContain("SECRET");
  }

  @Test
  void certifiesNothingWhileItIsAsked() {
    Shell shell = Shell.run("certify", "--print-config", "--seed", "4");
    assertThat(shell.exitCode()).isZero();
    assertThat(shell.out()).contains("--seed").contains("--days").doesNotContain("INV-1");
  }
}
