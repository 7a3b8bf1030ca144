package hotline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.calendar.InputRefused.Reason;
import org.junit.jupiter.api.Test;

class LimitTest {

  @Test
  void every_unit_is_read_and_written_as_text() {
    for (String text : new String[] {"15nm", "24nh", "7nd", "2wh", "5wd"}) {
      assertThat(Limit.parse(text).format()).isEqualTo(text);
      assertThat(Limit.parse(" " + text + " ")).hasToString(text);
    }
    assertThat(Limit.parse("5wd")).isEqualTo(Limit.of(5, LimitUnit.WORK_DAY));
    assertThat(Limit.parse("15nm").unit()).isEqualTo(LimitUnit.NATURAL_MINUTE);
    assertThat(Limit.parse("24nh").unit()).isEqualTo(LimitUnit.NATURAL_HOUR);
    assertThat(Limit.parse("7nd").unit()).isEqualTo(LimitUnit.NATURAL_DAY);
    assertThat(Limit.parse("2wh").unit()).isEqualTo(LimitUnit.WORK_HOUR);
  }

  @Test
  void it_is_a_plain_text_in_json() throws Exception {
    ObjectMapper json = new ObjectMapper();
    assertThat(json.writeValueAsString(Limit.parse("2wh"))).isEqualTo("\"2wh\"");
    assertThat(json.readValue("\"2wh\"", Limit.class)).isEqualTo(Limit.parse("2wh"));
    assertThat(json.readValue("\"08:30-12:00\"", WorkWindow.class))
        .isEqualTo(new WorkWindow(510, 720));
    assertThat(json.writeValueAsString(new WorkWindow(510, 1440))).isEqualTo("\"08:30-24:00\"");
  }

  @Test
  void it_is_named_in_both_languages() {
    assertThat(Limit.parse("1wd").zh()).isEqualTo("1个工作日");
    assertThat(Limit.parse("1wd").en()).isEqualTo("1 work day");
    assertThat(Limit.parse("15nm").zh()).isEqualTo("15个自然分钟");
    assertThat(Limit.parse("15nm").en()).isEqualTo("15 natural minutes");
    assertThat(LimitUnit.WORK_HOUR.zh()).isEqualTo("工作小时");
    assertThat(StartRule.NEXT_WORK_DAY.zh()).isEqualTo("自次一工作日起算");
    assertThat(StartRule.NEXT_WORK_DAY.en()).isEqualTo("counted from the next work day");
    assertThat(EndRule.EXACT.zh()).isEqualTo("精确到时刻");
    assertThat(EndRule.EXACT.en()).isEqualTo("to the exact moment");
  }

  @Test
  void the_longest_of_each_unit_is_ten_years() {
    for (LimitUnit unit : LimitUnit.values()) {
      assertThat(new Limit(unit.longest(), unit).amount()).isPositive();
      refused(unit.longest() + 1 + unit.suffix(), Reason.LIMIT_TOO_LONG);
    }
    assertThat(LimitUnit.NATURAL_MINUTE.longest()).isEqualTo(5_270_400);
    assertThat(LimitUnit.NATURAL_HOUR.longest()).isEqualTo(87_840);
    assertThat(LimitUnit.WORK_HOUR.longest()).isEqualTo(87_840);
    assertThat(LimitUnit.WORK_DAY.longest()).isEqualTo(3_660);
  }

  @Test
  void what_is_no_limit_is_refused_with_the_reason() {
    refused("0wd", Reason.LIMIT_NOT_POSITIVE);
    refused("-5wd", Reason.LIMIT_NOT_POSITIVE);
    for (String text : new String[] {"", "5", "wd", "5 wd", "5d", "5wdx", "1.5wh", "٥wd", null}) {
      refused(text, Reason.LIMIT_UNREADABLE);
    }
    refused("12345678901wd", Reason.LIMIT_UNREADABLE);
  }

  private static void refused(String text, Reason reason) {
    assertThatExceptionOfType(InputRefused.class)
        .as(text)
        .isThrownBy(() -> Limit.parse(text))
        .satisfies(
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(reason);
              assertThat(refusal.detail()).isEqualTo(String.valueOf(text));
              assertThat(refusal.zh()).endsWith("：" + text);
              assertThat(refusal.en()).endsWith(": " + text);
              assertThat(refusal).hasMessageContaining(" / ").hasMessageEndingWith(": " + text);
            });
  }
}
