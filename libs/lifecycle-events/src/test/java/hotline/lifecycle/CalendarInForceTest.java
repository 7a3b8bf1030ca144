package hotline.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.calendar.ClockTerms;
import hotline.calendar.DueTime;
import hotline.calendar.LimitRule;
import hotline.calendar.WorkCalendar;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalendarInForceTest {

  @Test
  void what_is_read_is_what_was_written() {
    for (CalendarInForce said :
        new CalendarInForce[] {
          Samples.calendar(), CalendarInForce.of(1, Samples.TIME, WorkCalendar.china())
        }) {
      assertThat(EventCodec.readCalendar(EventCodec.write(said))).isEqualTo(said);
    }
  }

  @Test
  void a_reader_computes_the_same_due_times() {
    Random random = new Random(12345);
    for (WorkCalendar calendar :
        new WorkCalendar[] {WorkCalendar.china(), Samples.calendar().calendar()}) {
      WorkCalendar read =
          EventCodec.readCalendar(EventCodec.write(CalendarInForce.of(3, Samples.TIME, calendar)))
              .calendar();
      for (int i = 0; i < 500; i++) {
        Instant start =
            Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(31_536_000));
        ClockTerms terms =
            ClockTerms.of(start, LimitRule.of(1 + random.nextInt(12) + (i % 2 == 0 ? "wd" : "wh")));
        assertThat(DueTime.compute(terms, read)).isEqualTo(DueTime.compute(terms, calendar));
        assertThat(DueTime.explain(terms, read)).isEqualTo(DueTime.explain(terms, calendar));
      }
    }
  }
}
