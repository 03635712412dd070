package channelcert.journey.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {
  private static final HostResolver NAMES =
      host ->
          List.of(
              host.equals("public.example")
                  ? InetAddress.getByName("93.184.216.34")
                  : host.equals("inside.example")
                      ? InetAddress.getByName("10.1.2.3")
                      : InetAddress.getByName(host));

  private final AddressRules rules = new AddressRules(NAMES, false);

  @Test
  void anHttpsAddressOnAPublicHostIsAllowed() {
    assertThat(rules.problem("https://public.example/updatePrices")).isEmpty();
    assertThat(rules.problem("https://public.example:8443/a?b=c")).isEmpty();
    assertThat(rules.problem("https://93.184.216.34/a")).isEmpty();
    assertThat(rules.problem("https://[2606:2800:220:1:248:1893:25c8:1946]/a")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/a",
        "https://127.1/a",
        "https://0.0.0.0/a",
        "https://10.0.0.1/a",
        "https://172.16.0.1/a",
        "https://172.31.255.255/a",
        "https://192.168.1.1/a",
        "https://169.254.169.254/latest/meta-data",
        "https://100.64.0.1/a",
        "https://198.18.0.1/a",
        "https://192.0.2.1/a",
        "https://224.0.0.1/a",
        "https://255.255.255.255/a",
        "https://[::1]/a",
        "https://[::]/a",
        "https://[::ffff:127.0.0.1]/a",
        "https://[::ffff:10.0.0.1]/a",
        "https://[64:ff9b::7f00:1]/a",
        "https://[64:ff9b::a00:1]/a",
        "https://[2002:7f00:1::]/a",
        "https://[2002:a00:1::1]/a",
        "https://[fc00::1]/a",
        "https://[fd12:3456::1]/a",
        "https://[fe80::1]/a",
        "https://[ff02::1]/a",
        "https://[2001:db8::1]/a",
        "https://inside.example/a",
        "https://localhost/a",
        "https://2130706433/a",
        "https://017700000001/a",
        "https://unknown.invalid/a",
        "https://api.mews.com/a",
        "https://sandbox.pci-proxy.com/v1/push/x",
        "https://user:secret@public.example/a",
        "https://public.example/a#b",
        "https://public.example:22/a",
        "https:///a",
        "https://",
        "http://public.example/a",
        "ftp://public.example/a",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "//public.example/a",
        "public.example/a",
        "https://public example/a",
        "https://public.example/a\\b",
        ""
      })
  void anythingElseIsRefusedWithTheReason(String address) {
    assertThat(rules.problem(address)).get().asString().endsWith(".");
  }

  @Test
  void theDevelopmentSwitchAllowsLoopbackAndPlainHttpButNothingElse() {
    AddressRules development = new AddressRules(NAMES, true);
    assertThat(development.problem("http://127.0.0.1:8091/updatePrices")).isEmpty();
    assertThat(development.problem("http://[::1]:8091/updatePrices")).isEmpty();
    assertThat(development.problem("http://10.0.0.1/updatePrices")).isPresent();
    assertThat(development.problem("https://169.254.169.254/")).isPresent();
  }

  @Test
  void oneClosedAddressOfManyIsEnough() {
    AddressRules both =
        new AddressRules(
            host ->
                List.of(InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.0.0.1")),
            false);
    assertThat(both.problem("https://both.example/a")).get().asString().contains("10.0.0.1");
  }
}
