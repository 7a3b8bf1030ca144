package hotline.simulator.requests;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.calendar.WorkCalendar;
import hotline.simulator.requests.CitizenRequest.Script;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShiftTest {

  private static final WorkCalendar CHINA = WorkCalendar.china();

  @Test
  void the_last_day_of_the_file_becomes_the_last_working_day_before_today() {
    // The first week of October is a holiday: the last working day before the 9th is 30 September.
    List<CitizenRequest> moved =
        Shift.untilBefore(
            at("2025-10-09 08:00:00"),
            List.of(request("2026-03-18 09:30:15", "2026-03-20 16:00:00")),
            CHINA);

    assertThat(moved.get(0).repliedAt()).isEqualTo(at("2025-09-30 16:00:00"));
    assertThat(moved.get(0).receivedAt()).isEqualTo(at("2025-09-28 09:30:15"));
  }

  @Test
  void elapsed_working_days_stay_what_they_were() {
    List<CitizenRequest> file =
        List.of(
            request("2026-03-02 08:00:00", "2026-03-20 16:00:00"),
            request("2026-03-07 21:00:00", "2026-03-10 09:00:00"));

    for (String now :
        List.of("2026-01-05 07:00:00", "2026-02-25 12:00:00", "2026-11-23 05:00:00")) {
      List<CitizenRequest> moved = Shift.untilBefore(at(now), file, CHINA);
      for (int i = 0; i < file.size(); i++) {
        assertThat(elapsed(moved.get(i))).isEqualTo(elapsed(file.get(i)));
        assertThat(moved.get(i).repliedAt()).isBefore(at(now));
      }
    }
  }

  @Test
  void a_reply_follows_its_request_on_whatever_day_the_file_is_played() {
    // Received on a Friday, replied to on the Saturday, and once more on the Sunday.
    List<CitizenRequest> file =
        List.of(
            new CitizenRequest(
                "1",
                "A",
                "t",
                "d",
                at("2026-03-06 11:43:03"),
                "r",
                at("2026-03-07 02:15:03"),
                "r2",
                at("2026-03-08 01:00:00"),
                Script.NONE),
            request("2026-03-16 08:00:00", "2026-03-20 16:00:00"));

    for (LocalDate day = LocalDate.of(2026, 1, 5); day.getYear() == 2026; day = day.plusDays(1)) {
      Instant now = day.atTime(9, 0).atZone(RequestFile.ZONE).toInstant();
      for (CitizenRequest moved : Shift.untilBefore(now, file, CHINA)) {
        assertThat(moved.repliedAt()).as("on %s", day).isAfter(moved.receivedAt()).isBefore(now);
        if (moved.secondRepliedAt() != null) {
          assertThat(moved.secondRepliedAt()).isAfter(moved.repliedAt()).isBefore(now);
        }
      }
    }
  }

  private static long elapsed(CitizenRequest request) {
    return CHINA.workDaysAfter(
        CHINA.dateOf(request.receivedAt()), CHINA.dateOf(request.repliedAt()));
  }

  private static Instant at(String local) {
    return RequestFile.time(local);
  }

  private static CitizenRequest request(String received, String replied) {
    return new CitizenRequest(
        "1", "A", "t", "d", at(received), "r", at(replied), null, null, Script.NONE);
  }
}
