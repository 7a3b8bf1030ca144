package hotline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {

  /** What the framework takes for an address; anything else it looks up, with every request. */
  private static final String ADDRESS = "\\d+(\\.\\d+){3}(/\\d+)?|\\[[0-9a-f:]+](/\\d+)?";

  @Test
  void whoever_forwards_is_known_by_address_so_that_no_request_asks_the_dns() throws IOException {
    Properties settings = new Properties();
    try (InputStream file = getClass().getResourceAsStream("/application.properties")) {
      settings.load(file);
    }

    assertThat(settings.getProperty("quarkus.http.proxy.trusted-proxies").split(","))
        .isNotEmpty()
        .allSatisfy(proxy -> assertThat(proxy).matches(ADDRESS));
  }
}
