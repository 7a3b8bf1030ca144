package hotline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeenAccountsTest {
  private Instant now = Instant.parse("2026-03-02T01:00:00Z");
  private final SeenAccounts accounts = new SeenAccounts(true, () -> now);

  @Test
  void an_account_is_written_once_a_day_however_often_it_acts() {
    accounts.seen(actor("u-1", "8012", "王示例"));
    accounts.seen(actor("u-1", "8012", "王示例"));
    assertThat(written()).containsExactly(new NamedAccount("u-1", "8012", "王示例"));
    now = now.plus(Duration.ofHours(23));
    accounts.seen(actor("u-1", "8012", "王示例"));
    assertThat(written()).isEmpty();
    now = now.plus(Duration.ofHours(1));
    accounts.seen(actor("u-1", "8012", "王示例"));
    assertThat(written()).hasSize(1);
  }

  @Test
  void a_new_name_or_login_is_written_at_once() {
    accounts.seen(actor("u-1", "8012", "王示例"));
    written();
    accounts.seen(actor("u-1", "8012", "李示例"));
    assertThat(written()).containsExactly(new NamedAccount("u-1", "8012", "李示例"));
    accounts.seen(actor("u-1", "9012", "李示例"));
    assertThat(written()).containsExactly(new NamedAccount("u-1", "9012", "李示例"));
  }

  @Test
  void what_could_not_be_written_goes_on_waiting_and_so_does_what_is_said_meanwhile() {
    accounts.seen(actor("u-1", "8012", "王示例"));
    List<NamedAccount> failed = accounts.waiting(10);
    assertThat(accounts.waiting(10)).isEqualTo(failed);
    accounts.seen(actor("u-1", "8012", "李示例"));
    accounts.written(failed);
    assertThat(written()).containsExactly(new NamedAccount("u-1", "8012", "李示例"));
  }

  @Test
  void a_batch_is_in_one_order_for_all_instances_and_no_longer_than_asked() {
    for (String id : List.of("c", "a", "b")) {
      accounts.seen(actor(id, id, null));
    }
    assertThat(accounts.waiting(2)).extracting(NamedAccount::id).containsExactly("a", "b");
  }

  @Test
  void what_the_database_cannot_keep_holds_nobody_up() {
    accounts.seen(actor("u\0", "x", "x"));
    accounts.seen(actor("u".repeat(201), "x", "x"));
    accounts.seen(actor("u-1", " ", "名\0\ud800"));
    accounts.seen(actor("u-2", "a\nb", "长".repeat(300)));
    assertThat(written())
        .containsExactly(
            new NamedAccount("u-1", null, null), new NamedAccount("u-2", "ab", "长".repeat(200)));
  }

  @Test
  void a_service_that_keeps_no_accounts_remembers_nobody() {
    SeenAccounts none = new SeenAccounts(false, () -> now);
    none.seen(actor("u-1", "8012", "王示例"));
    assertThat(none.waiting(10)).isEmpty();
  }

  @Test
  void a_name_is_put_together_as_it_is_spoken() {
    assertThat(CurrentActor.name("王", "示例", "示例 王")).isEqualTo("王示例");
    assertThat(CurrentActor.name("Doe", "Jane", "Jane Doe")).isEqualTo("Jane Doe");
    assertThat(CurrentActor.name("王", null, "王")).isEqualTo("王");
    assertThat(CurrentActor.name(null, null, "演示 王")).isEqualTo("演示 王");
    assertThat(CurrentActor.name(null, null, null)).isNull();
  }

  private List<NamedAccount> written() {
    List<NamedAccount> some = accounts.waiting(10);
    accounts.written(some);
    return some;
  }

  private static Actor actor(String id, String login, String name) {
    return new Actor(id, login, Set.of(Role.CLERK), "cg", "/center/cg", null, name);
  }
}
