package hotline.intake.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.access.TooManyRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientQuotaTest {

  @Test
  void addresses_of_one_line_share_one_budget() {
    String household = ClientQuota.household("2001:db8:1:2::1");
    assertThat(household).isEqualTo(ClientQuota.household("2001:db8:1:2:ffff:ffff:ffff:ffff"));
    assertThat(household).isEqualTo(ClientQuota.household("[2001:db8:1:2::1]:443"));
    assertThat(household).isNotEqualTo(ClientQuota.household("2001:db8:1:3::1"));
    ClientQuota quota = new ClientQuota(2);
    quota.take("2001:db8:1:2::1");
    quota.take("2001:db8:1:2::2");
    assertThatThrownBy(() -> quota.take("2001:db8:1:2::3")).isInstanceOf(TooManyRequests.class);
    quota.take("2001:db8:1:3::1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "unknown", "", "::ffff:192.0.2.1", "a:b:c"})
  void other_clients_are_themselves(String client) {
    assertThat(ClientQuota.household(client)).isEqualTo(client);
  }
}
