package hotline.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Every due time equals the one a naive counter reaches minute by minute, on calendars drawn at
 * random.
 */
class NaiveCounterTest {

  private static final int CALENDARS = Integer.getInteger("calendar.tries", 100);
  private static final int TERMS = 60;

  @Test
  void any_calendar_one_kind_of_time() {
    Random random = new Random(20_260_101);
    int compared = 0;
    for (int i = 0; i < CALENDARS; i++) {
      RandomCalendar drawn = new RandomCalendar(random, false, Times.SHANGHAI);
      compared += compare(random, drawn, false);
    }
    assertThat(compared).isEqualTo(CALENDARS * TERMS);
  }

  @Test
  void equal_days_and_extensions_of_every_kind() {
    Random random = new Random(20_260_102);
    int compared = 0;
    for (int i = 0; i < CALENDARS; i++) {
      RandomCalendar drawn = new RandomCalendar(random, true, Times.SHANGHAI);
      compared += compare(random, drawn, true);
    }
    assertThat(compared).isEqualTo(CALENDARS * TERMS);
  }

  @Test
  void a_zone_that_changes_its_clocks() {
    Random random = new Random(20_260_103);
    int compared = 0;
    for (int i = 0; i < CALENDARS / 4 + 1; i++) {
      RandomCalendar drawn = new RandomCalendar(random, false, ZoneId.of("America/New_York"));
      compared += compare(random, drawn, false);
    }
    assertThat(compared).isGreaterThanOrEqualTo(TERMS);
  }

  private static int compare(Random random, RandomCalendar drawn, boolean mixed) {
    WorkCalendar calendar = drawn.build();
    MinuteByMinute naive = new MinuteByMinute(drawn);
    RandomTerms terms = new RandomTerms(random, drawn);
    for (int j = 0; j < TERMS; j++) {
      Instant start = terms.start();
      LimitRule rule = terms.rule();
      List<Extension> extensions = terms.extensions(start);
      if (!mixed) {
        extensions =
            extensions.stream()
                .filter(e -> e.by().unit().kind() == rule.limit().unit().kind())
                .toList();
      }
      ClockTerms drawnTerms = new ClockTerms(start, rule, terms.pauses(start, -2_000), extensions);
      MinuteByMinute.End expected = naive.due(drawnTerms);
      Instant due = DueTime.compute(drawnTerms, calendar);
      if (expected.within()) {
        assertThat(due)
            .as("%s", drawnTerms)
            .isAfter(expected.minute())
            .isBefore(expected.minute().plus(Duration.ofMinutes(1)));
      } else {
        assertThat(due).as("%s", drawnTerms).isEqualTo(expected.minute());
      }
      assertThat(calendar.workMinutesBetween(start, expected.minute()))
          .isEqualTo(naive.workMinutes(start, expected.minute()));
    }
    return TERMS;
  }
}
