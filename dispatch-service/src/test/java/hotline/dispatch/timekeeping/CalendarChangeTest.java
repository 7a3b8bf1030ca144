package hotline.dispatch.timekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import hotline.access.Invalid;
import hotline.access.StrictJson;
import hotline.access.Violation;
import hotline.calendar.CalendarDay;
import hotline.calendar.WorkCalendar;
import hotline.dispatch.limits.CalendarContent;
import hotline.dispatch.limits.Policies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarChangeTest {

  private static final ObjectMapper JSON = strict();

  private final CalendarContent shipped = Policies.calendar();

  @Test
  void the_shipped_calendar_survives_its_way_into_the_database() throws IOException {
    CalendarContent kept = JSON.readValue(JSON.writeValueAsString(shipped), CalendarContent.class);
    WorkCalendar calendar = kept.calendar();
    WorkCalendar china = WorkCalendar.china();

    for (LocalDate date = LocalDate.of(2006, 12, 1);
        date.getYear() < 2029;
        date = date.plusDays(1)) {
      assertThat(calendar.day(date)).isEqualTo(china.day(date));
    }
  }

  @Test
  void a_notice_is_imported_as_holiday_cn_writes_it_and_takes_the_place_of_its_year() {
    CalendarContent once =
        change(
                """
                {"notices": [{"$schema": "x", "$id": "y", "year": 2027, "papers": ["z"], "days": [
                  {"name": "元旦", "date": "2027-01-01", "isOffDay": true},
                  {"name": "元旦", "date": "2026-12-31", "isOffDay": true},
                  {"name": "春节", "date": "2027-02-13", "isOffDay": false}]}]}
                """)
            .on(shipped);
    CalendarContent twice =
        change(
                """
                {"notices": [{"year": 2027, "days": [
                  {"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}]}
                """)
            .on(once);

    assertThat(once.calendar().day(LocalDate.of(2026, 12, 31)).kind())
        .isEqualTo(CalendarDay.Kind.HOLIDAY);
    assertThat(once.calendar().day(LocalDate.of(2027, 2, 13)).kind())
        .isEqualTo(CalendarDay.Kind.MAKE_UP_DAY);
    assertThat(once.calendar().hasDataFor(2026)).isTrue();
    assertThat(twice.calendar().isWorkDay(LocalDate.of(2026, 12, 31))).isTrue();
    assertThat(twice.notices()).hasSameSizeAs(once.notices());
    assertThat(once.windows()).isEqualTo(shipped.windows());
  }

  @Test
  void summer_has_windows_of_its_own_and_the_city_dates_of_its_own() {
    WorkCalendar changed =
        change(
                """
                {"windows": ["09:00-12:00", "13:00-17:00"],
                 "seasons": [{"name": "夏令", "from": "06-01", "to": "09-30",
                              "windows": ["08:30-12:00", "14:30-18:00"]}],
                 "dates": [{"date": "2026-11-27", "isOffDay": true, "name": "停电检修"},
                           {"date": "2026-11-28", "isOffDay": false, "name": "补班", "windows": ["09:00-11:00"]}]}
                """)
            .on(shipped)
            .calendar();

    assertThat(changed.day(LocalDate.of(2026, 7, 1)).windows().get(1).format())
        .isEqualTo("14:30-18:00");
    assertThat(changed.day(LocalDate.of(2026, 11, 26)).windows().get(0).format())
        .isEqualTo("09:00-12:00");
    assertThat(changed.isWorkDay(LocalDate.of(2026, 11, 27))).isFalse();
    assertThat(changed.day(LocalDate.of(2026, 11, 28)).workMinutes()).isEqualTo(120);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | notices | nothing-to-change",
        "{'windows': ['08:30-12:00', '11:00-17:00']} | windows | windows-overlap",
        "{'windows': ['12:00-12:00']} | windows | window-empty",
        "{'windows': ['8 to 12']} | windows | window-unreadable",
        "{'windows': ['08:00-09:00,10:00-11:00']} | windows | window-unreadable",
        "{'windows': [null]} | windows | window-unreadable",
        "{'windows': []} | windows | required",
        "{'workDays': []} | workDays | required",
        "{'workDays': [null]} | workDays | required",
        "{'seasons': [null]} | seasons[0] | required",
        "{'seasons': [{'name': '夏', 'from': '13-01', 'to': '09-30', 'windows': ['09:00-10:00']}]}"
            + " | seasons[0].from | not-a-day",
        "{'seasons': [{'name': '夏', 'from': '06-01', 'to': '09-30', 'windows': ['09:00-10:00']},"
            + " {'name': '秋', 'from': '09-30', 'to': '10-30', 'windows': ['09:00-10:00']}]}"
            + " | seasons | seasons-overlap",
        "{'notices': [{'year': 2027, 'days': []}]} | notices[0].days | notice-empty",
        "{'notices': [{'year': 2027}]} | notices[0].days | required",
        "{'notices': [null]} | notices[0] | required",
        "{'notices': [{'days': [{'name': '元旦', 'date': '2027-01-01', 'isOffDay': true}]}]}"
            + " | notices[0].year | not-a-year",
        "{'notices': [{'year': 2027, 'days': [{'name': '元旦', 'date': '2027-01-01', 'isOffDay': true},"
            + " {'name': '元旦', 'date': '2027-01-01', 'isOffDay': false}]}]}"
            + " | notices[0].days | date-twice",
        "{'notices': [{'year': 2027, 'days': [{'name': '元旦', 'date': '2028-01-01', 'isOffDay': true}]}]}"
            + " | notices[0].days | notice-date-out-of-year",
        "{'notices': [{'year': 2027, 'days': [{'name': '元旦', 'isOffDay': true}]}]}"
            + " | notices[0].days[0] | incomplete",
        "{'dates': [{'date': '2026-11-27', 'isOffDay': true, 'name': '甲'},"
            + " {'date': '2026-11-27', 'isOffDay': true, 'name': '乙'}]} | dates[1].date | date-twice",
        "{'dates': [{'date': '2026-11-27', 'isOffDay': true, 'name': '甲', 'windows': ['09:00-10:00']}]}"
            + " | dates[0].windows | day-off-with-windows",
        "{'dates': [null]} | dates[0] | incomplete"
      })
  void what_is_wrong_is_refused_with_its_place_and_reason(String body, String field, String code) {
    CalendarChange change = change(body.replace('\'', '"'));

    Invalid refused = catchThrowableOfType(Invalid.class, () -> change.on(shipped));
    assertThat(refused).isNotNull();
    assertThat(refused.violations())
        .extracting(Violation::field, Violation::code)
        .contains(tuple(field, code));
    assertThat(refused.violations()).allSatisfy(one -> assertThat(one.zh()).isNotBlank());
  }

  @Test
  void a_name_is_neither_missing_nor_endless() {
    CalendarContent.SeasonEntry endless =
        new CalendarContent.SeasonEntry("夏".repeat(51), "06-01", "06-02", List.of("09:00-10:00"));

    assertThat(
            catchThrowableOfType(
                    Invalid.class,
                    () ->
                        new CalendarChange(null, null, List.of(endless), null, null, null)
                            .on(shipped))
                .violations())
        .extracting(Violation::code)
        .containsExactly("too-long");
  }

  private static CalendarChange change(String body) {
    try {
      return JSON.readValue(body, CalendarChange.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectMapper strict() {
    ObjectMapper json =
        new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    new StrictJson().customize(json);
    return json;
  }
}
