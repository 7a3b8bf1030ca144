package hotline.dispatch.assignments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DigestTest {

  private static final Instant TUESDAY = Instant.parse("2026-11-23T16:00:00Z");
  private static final Instant WEDNESDAY = Instant.parse("2026-11-24T16:00:00Z");

  @Test
  void a_day_is_one_of_the_city_and_ends_where_the_next_begins() {
    assertThat(Digest.Day.of(TUESDAY)).isEqualTo(new Digest.Day(TUESDAY, WEDNESDAY));
    assertThat(Digest.Day.of(WEDNESDAY.minusNanos(1)))
        .isEqualTo(new Digest.Day(TUESDAY, WEDNESDAY));
    assertThat(Digest.Day.of(WEDNESDAY).begins()).isEqualTo(WEDNESDAY);
  }

  @Test
  void what_the_tabs_count_is_asked_in_their_words_and_of_the_same_tasks() {
    InboxQuery asked = new InboxQuery(Tab.ALL, "/center/cg", null, TUESDAY);
    assertThat(asked.digest())
        .contains(Tab.TO_SIGN.condition(), Tab.OVERDUE.condition())
        .endsWith(
            asked
                .counts()
                .substring(asked.counts().indexOf(" from assignment a where a.ended_at")));
  }
}
