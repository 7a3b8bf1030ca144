package hotline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Real records that may not ship: read from the folder that {@code calendar.data} names, or from
 * {@code ../shared/data} beside the repository; skipped where there is neither.
 */
class SharedDataTest {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private final WorkCalendar china = WorkCalendar.china();

  private static Path shared(String file) {
    String named = System.getProperty("calendar.data");
    if (named != null) {
      Path data = Path.of(named).resolve(file);
      assertThat(data).exists();
      return data;
    }
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path data = folder.resolve("../shared/data").normalize();
      if (Files.isDirectory(data)) {
        assertThat(data.resolve(file)).exists();
        return data.resolve(file);
      }
    }
    assumeTrue(
        false,
        "SKIPPED: no -Dcalendar.data and no folder ../shared/data, so " + file + " is not checked");
    throw new IllegalStateException("unreachable");
  }

  @Test
  void elapsed_work_days_of_all_2253_real_replies_are_as_recorded() throws IOException {
    List<List<String>> rows = CsvRows.file(shared("teddy2020c/a4_elapsed_workdays_dev.csv"));
    assertThat(rows).hasSize(2_253);
    for (List<String> row : rows) {
      LocalDate created = LocalDateTime.parse(row.get(1), TIME).toLocalDate();
      LocalDate replied = LocalDateTime.parse(row.get(2), TIME).toLocalDate();
      assertThat(china.workDaysAfter(created, replied))
          .as("%s", row)
          .isEqualTo(Long.parseLong(row.get(4)));
    }
  }

  @Test
  void a_real_reply_is_late_by_its_deadline_when_more_work_days_have_elapsed() throws IOException {
    for (List<String> row : CsvRows.file(shared("teddy2020c/a4_elapsed_workdays_dev.csv"))) {
      var created = LocalDateTime.parse(row.get(1), TIME).atZone(china.zone()).toInstant();
      LocalDate replied = LocalDateTime.parse(row.get(2), TIME).toLocalDate();
      long elapsed = Long.parseLong(row.get(4));
      for (int n : List.of(5, 10, 15, 20, 30)) {
        LimitRule rule =
            LimitRule.of(new Limit(n, LimitUnit.WORK_DAY)).endingBy(EndRule.END_OF_WORK_DAY);
        LocalDate due = china.dateOf(DueTime.compute(ClockTerms.of(created, rule), china));
        if (elapsed > n) {
          assertThat(replied).as("%s within %s", row, n).isAfter(due);
        } else if (elapsed == n) {
          // On the day itself, or on a day off right after it.
          assertThat(replied).as("%s within %s", row, n).isAfterOrEqualTo(due);
          assertThat(china.workDaysAfter(due, replied)).isZero();
        } else {
          assertThat(replied).as("%s within %s", row, n).isBefore(due);
        }
      }
    }
  }

  @Test
  void the_on_time_flag_of_every_boston_request_is_recomputed() throws IOException {
    List<List<String>> rows = CsvRows.file(shared("us311/boston311_sla_dev.csv"));
    assertThat(rows).hasSize(3_996);
    int onTime = 0;
    int overdue = 0;
    for (List<String> row : rows) {
      if (!row.get(2).isBlank()) {
        // The city compared wall clocks, so that is what must be repeated here.
        var target = LocalDateTime.parse(row.get(2), TIME).toInstant(ZoneOffset.UTC);
        var closed = LocalDateTime.parse(row.get(3), TIME).toInstant(ZoneOffset.UTC);
        boolean kept = DueTime.isOnTime(closed, target);
        assertThat(kept).as("%s", row).isEqualTo(row.get(4).equals("ONTIME"));
        onTime += kept ? 1 : 0;
        overdue += kept ? 0 : 1;
      } else {
        assertThat(row.get(4)).as("%s", row).isEqualTo("ONTIME");
      }
    }
    assertThat(onTime).isPositive();
    assertThat(overdue).isPositive();
    System.out.println(
        "Boston: " + onTime + " on time, " + overdue + " overdue, " + rows.size() + " rows");
  }

  @Test
  void all_7305_days_of_2007_to_2026_agree_with_an_independent_calendar() throws IOException {
    JsonNode other =
        new ObjectMapper().readTree(Files.readString(shared("cn_workcalendar/chinese-days.json")));
    int days = 0;
    for (LocalDate date = LocalDate.of(2007, 1, 1);
        date.getYear() < 2027;
        date = date.plusDays(1)) {
      String key = date.toString();
      boolean weekday = date.getDayOfWeek().getValue() < 6;
      boolean works =
          other.path("workdays").has(key) || (weekday && !other.path("holidays").has(key));
      assertThat(china.isWorkDay(date)).as(key).isEqualTo(works);
      days++;
    }
    assertThat(days).isEqualTo(7_305);
  }

  @Test
  void every_yearly_notice_is_imported_as_it_is_published_and_gives_the_shipped_calendar()
      throws IOException {
    WorkCalendarBuilder builder = WorkCalendar.builder();
    for (int year = 2007; year <= 2026; year++) {
      Path file = shared("cn_workcalendar/holiday-cn-" + year + ".json");
      HolidayNotice notice = HolidayNotice.parseJson(Files.readString(file));
      assertThat(notice.year()).isEqualTo(year);
      builder.notice(notice);
    }
    WorkCalendar imported = builder.build();
    for (LocalDate date = LocalDate.of(2006, 12, 1);
        date.getYear() < 2027;
        date = date.plusDays(1)) {
      assertThat(imported.day(date)).isEqualTo(china.day(date));
    }
  }
}
