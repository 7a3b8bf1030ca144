package hotline.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkdayDeadlineVectorsTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private final WorkCalendar china = WorkCalendar.china();

  @Test
  void all_400_published_deadlines_fall_on_the_given_day() throws IOException {
    List<List<String>> rows = CsvRows.resource("workday-deadlines.csv");
    assertThat(rows).hasSize(400);
    for (List<String> row : rows) {
      LocalDate start = LocalDate.parse(row.get(0));
      int n = Integer.parseInt(row.get(1));
      LocalDate deadline = LocalDate.parse(row.get(2));
      assertThat(china.workDayAfter(start, n)).as("%s", row).isEqualTo(deadline);
      assertThat(china.workDaysAfter(start, deadline)).as("%s", row).isEqualTo(n);
      for (StartRule startRule : List.of(StartRule.IMMEDIATELY, StartRule.NEXT_WORK_DAY)) {
        for (LocalTime time : List.of(LocalTime.MIN, LocalTime.of(10, 7), LocalTime.of(23, 40))) {
          Instant filed = start.atTime(time).atZone(SHANGHAI).toInstant();
          LimitRule rule = LimitRule.of(new Limit(n, LimitUnit.WORK_DAY)).startingBy(startRule);
          assertThat(DueTime.compute(ClockTerms.of(filed, rule), china).atZone(SHANGHAI))
              .as("%s %s %s", row, startRule, time)
              .satisfies(due -> assertThat(due.toLocalDate()).isEqualTo(deadline));
          assertThat(
                  DueTime.compute(
                      ClockTerms.of(filed, rule.endingBy(EndRule.END_OF_WORK_DAY)), china))
              .as("%s %s %s", row, startRule, time)
              .isEqualTo(deadline.atTime(17, 30).atZone(SHANGHAI).toInstant());
        }
      }
    }
  }
}
