package hotline.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        // nobody is trusted: whoever connects
        "''                     | 10.0.0.9  | 203.0.113.9            | 10.0.0.9",
        // the proxy says who connected to it
        "10.0.0.9               | 10.0.0.9  | 203.0.113.9            | 203.0.113.9",
        "10.0.0.9               | 10.0.0.9  | none                   | 10.0.0.9",
        // what the client invented stands before it
        "10.0.0.9               | 10.0.0.9  | 1.2.3.4, 203.0.113.9   | 203.0.113.9",
        // who is no proxy cannot say anything
        "10.0.0.9               | 10.0.0.8  | 203.0.113.9            | 10.0.0.8",
        // two proxies, one of a network
        "'10.0.0.0/24, fd00::/8'| fd00::1   | 203.0.113.9,10.0.0.7   | 203.0.113.9",
        "'10.0.0.0/24, fd00::/8'| fd00::1   | '10.0.0.6,10.0.0.7'    | 10.0.0.6",
        // no address at all
        "10.0.0.9               | 10.0.0.9  | unknown                | 10.0.0.9",
        "10.0.0.9               | 10.0.0.9  | '203.0.113.9, <script>'| 10.0.0.9",
        "10.0.0.9               | 10.0.0.9  | 2001:db8::7            | 2001:db8::7"
      })
  void the_client_is_the_nearest_hop_that_is_no_trusted_proxy(
      String trusted, String connected, String forwardedFor, String client) {
    assertThat(TrustedProxies.of(trusted).client(connected, forwardedFor)).isEqualTo(client);
  }

  @Test
  void without_any_nobody_is_believed() {
    assertThat(TrustedProxies.NONE.client("127.0.0.1", "203.0.113.9")).isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/x", "10.0.0", "10.0.0.0/-1"})
  void what_is_no_network_is_refused_with_its_name(String wrong) {
    assertThatThrownBy(() -> TrustedProxies.of(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(wrong);
  }
}
