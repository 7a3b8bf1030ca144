package hotline.intake.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextRulesTest {
  private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0));
  private static final String CASE_NO = "2611220000171";
  private static final TextWords WORDS = new TextWords("【12345热线】", "https://12345.example/track");
  private static final Instant DUE = Instant.parse("2026-12-04T16:30:00Z");

  // Times of the city are eight hours ahead.
  @ParameterizedTest
  @CsvSource({
    "2026-11-22T13:59:59Z, 2026-11-22T13:59:59Z",
    "2026-11-22T14:00:00Z, 2026-11-23T00:00:00Z",
    "2026-11-22T18:30:00Z, 2026-11-23T00:00:00Z",
    "2026-11-22T23:59:59Z, 2026-11-23T00:00:00Z",
    "2026-11-23T00:00:00Z, 2026-11-23T00:00:00Z"
  })
  void nobody_is_woken_at_night(Instant at, Instant outside) {
    assertThat(NIGHT.outside(at)).isEqualTo(outside);
  }

  @Test
  void quiet_hours_may_lie_within_a_day_or_be_none() {
    QuietHours noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0));
    assertThat(noon.outside(Instant.parse("2026-11-22T05:00:00Z")))
        .isEqualTo("2026-11-22T06:00:00Z");
    Instant night = Instant.parse("2026-11-22T18:30:00Z");
    assertThat(new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT).outside(night))
        .isEqualTo(night);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "70, 1", "71, 2", "134, 2", "135, 3", "536, 8"})
  void a_longer_text_takes_parts_with_a_header(int units, int parts) {
    assertThat(TextLength.parts("灯".repeat(units))).isEqualTo(parts);
  }

  @Test
  void a_rare_character_counts_twice_and_is_not_cut_in_two() {
    assertThat(TextLength.parts("𠮷".repeat(36))).isEqualTo(2);
    String cut = TextLength.limited("字" + "𠮷".repeat(400));
    assertThat(cut.length()).isEqualTo(535);
    assertThat(cut).endsWith("𠮷");
  }

  @Test
  void the_code_is_put_in_when_the_text_goes_out() {
    String kept = WORDS.registered(CASE_NO, null);
    assertThat(kept)
        .isEqualTo(
            "【12345热线】您的诉求已登记，编号261122-000017-1，查询码******，请勿告诉他人。查询进度：https://12345.example/track");
    assertThat(TextWords.withCode(kept, "042817")).contains("查询码042817，").doesNotContain("*");
    assertThat(TextWords.withCode(WORDS.closed(CASE_NO, null), null))
        .isEqualTo("【12345热线】您的诉求261122-000017-1已办结。");
  }

  @Test
  void dates_are_those_of_the_city() {
    assertThat(WORDS.dispatched(CASE_NO, "城市管理局", DUE)).contains("已转交城市管理局办理，最迟12月5日答复您");
    assertThat(WORDS.dispatched(CASE_NO, null, DUE)).contains("已转交承办单位办理");
    assertThat(WORDS.extended(CASE_NO, DUE)).contains("12月5日");
    assertThat(WORDS.postponed(CASE_NO, DUE, DUE.plusSeconds(5 * 86_400)))
        .contains("原定12月5日，现最迟12月10日答复您");
    assertThat(WORDS.closed(CASE_NO, DUE)).contains("可在12月5日前");
  }

  @Test
  void a_question_says_each_digit_and_how_to_name_the_case() {
    String asked = WORDS.ratingAsked(CASE_NO, false);
    assertThat(asked).contains("1已解决且满意", "3未解决，承办单位没办好", "如“1 0171”", "退订回T");
    assertThat(WORDS.ratingAsked(CASE_NO, true)).doesNotContain("承办单位");
    assertThat(TextLength.parts(asked)).isLessThanOrEqualTo(4);
    assertThat(WORDS.whichOne(List.of(CASE_NO, "2611220000183"))).contains("尾号0171、0183");
  }

  @Test
  void as_many_digits_are_asked_for_as_tell_the_cases_apart() {
    List<String> alike = List.of(CASE_NO, "2611230000171", "2611220000183");
    assertThat(TextWords.ends(alike)).containsExactly("20000171", "30000171", "20000183");
    assertThat(WORDS.whichOne(alike)).contains("尾号20000171、30000171", "如“1 20000171”");
    assertThat(WORDS.unknownEnd(alike)).contains("20000171、30000171");
  }

  @Test
  void what_is_split_off_is_told_in_one_message_with_each_code_at_its_number() {
    String kept = WORDS.splitOff(List.of(CASE_NO, "2611220000183"), null);
    assertThat(TextWords.withCode(kept, "042817 993300"))
        .contains("编号261122-000017-1，查询码042817；编号261122-000018-3，查询码993300。")
        .doesNotContain("*");
    List<String> most = Collections.nCopies(8, CASE_NO);
    assertThat(WORDS.splitOff(most, 5)).endsWith("track").hasSizeLessThan(536);
  }

  @Test
  void a_city_that_answers_within_so_many_work_days_says_so_and_another_one_does_not() {
    assertThat(WORDS.registered(CASE_NO, 5)).contains("请勿告诉他人。我们将在登记后5个工作日内答复您。查询进度：");
    assertThat(WORDS.registered(CASE_NO, null)).doesNotContain("工作日");
  }

  @Test
  void a_page_that_is_not_there_is_not_named() {
    TextWords without = new TextWords("【12345热线】", null);
    assertThat(without.registered(CASE_NO, null)).endsWith("请勿告诉他人。");
  }
}
