package hotline.evaluation.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hotline.lifecycle.CallbackResult;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietHoursTest {

  private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

  @ParameterizedTest
  @CsvSource({
    "21:00, 2026-11-24T00:00:00Z",
    "23:58, 2026-11-24T00:00:00Z",
    "00:00, 2026-11-23T00:00:00Z",
    "00:01, 2026-11-23T00:00:00Z",
    "07:59:59.999999, 2026-11-23T00:00:00Z"
  })
  void at_night_nobody_is_called_and_the_refusal_says_until_when(String time, String over) {
    QuietHoursNow refused =
        catchThrowableOfType(
            QuietHoursNow.class, () -> NIGHT.requireOver(CallbackResult.NO_ANSWER, at(time)));
    assertThat(refused).isNotNull();
    assertThat(refused.members()).containsEntry("nextAt", over);
    assertThat(refused.detailZh()).contains("21:00 至次日 08:00", "请于 08:00 后");
    assertThat(refused.detailEn()).contains("between 21:00 and 08:00", "from 08:00 on");
  }

  @ParameterizedTest
  @ValueSource(strings = {"08:00", "12:00", "20:59:59.999999"})
  void by_day_everybody_is_called(String time) {
    assertThatCode(() -> NIGHT.requireOver(CallbackResult.NO_ANSWER, at(time)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(CallbackResult.class)
  void only_a_citizen_who_was_reached_may_have_rung_of_their_own_accord(CallbackResult result) {
    QuietHoursNow refused =
        catchThrowableOfType(QuietHoursNow.class, () -> NIGHT.requireOver(result, at("23:00")));
    assertThat(refused == null).isEqualTo(result == CallbackResult.REACHED);
  }

  @Test
  void hours_within_one_day_end_on_it() {
    QuietHours noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0));
    QuietHoursNow refused =
        catchThrowableOfType(
            QuietHoursNow.class, () -> noon.requireOver(CallbackResult.REFUSED, at("13:00")));
    assertThat(refused.members()).containsEntry("nextAt", "2026-11-23T06:00:00Z");
    assertThat(refused.detailZh()).contains("12:00 至 14:00");
    assertThatCode(() -> noon.requireOver(CallbackResult.REFUSED, at("14:00")))
        .doesNotThrowAnyException();
    assertThatCode(() -> noon.requireOver(CallbackResult.REFUSED, at("11:59")))
        .doesNotThrowAnyException();
  }

  private static ZonedDateTime at(String time) {
    return ZonedDateTime.of(
        LocalDate.of(2026, 11, 23), LocalTime.parse(time), ZoneId.of("Asia/Shanghai"));
  }
}
