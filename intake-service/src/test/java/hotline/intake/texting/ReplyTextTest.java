package hotline.intake.texting;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.lifecycle.DissatisfactionReason;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"1", " 1 ", "１", "①", "1。", "【1】", "“1”", "回复1", "回复：1", "选 1", "1!"})
  void a_digit_alone_is_a_rating(String written) {
    assertThat(ReplyText.read(written))
        .isEqualTo(new ReplyText(RatingDigit.SOLVED, null, null, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "？",
        "0",
        "6",
        "9",
        "11",
        "12",
        "谢谢",
        "3天了没人管",
        "2楼的灯还没修",
        "1个月了",
        "13800001234",
        "没解决",
        "还是不行 3",
        "满意1",
        "1 但是没有解决",
        "2，敷衍了事",
        "1 不满意",
        "3-5天没人管",
        "3~5天没人管",
        "3 - 5天没人管",
        "2:30来人看过",
        "2：30来人看过",
        "1-2天内解决就行",
        "3、4天了",
        "1.5个月",
        "5.1放假前报的",
        "1/2",
        "½",
        "1 3",
        "1 0174 3",
        "3，5天没人来"
      })
  void what_could_mean_something_else_is_not_understood(String written) {
    ReplyText read = ReplyText.read(written);
    assertThat(read.isRating()).isFalse();
    assertThat(read.stop()).isFalse();
  }

  @Test
  void words_after_a_digit_are_the_citizens_own() {
    assertThat(ReplyText.read("3 路灯第二天又坏了"))
        .isEqualTo(new ReplyText(RatingDigit.NOT_DONE, null, "路灯第二天又坏了", false));
    assertThat(ReplyText.read("5，态度不好"))
        .isEqualTo(new ReplyText(RatingDigit.DISSATISFIED, null, "态度不好", false));
    assertThat(ReplyText.read("1 谢谢！").words()).isEqualTo("谢谢!");
    assertThat(ReplyText.read("3 5天没人来").words()).isEqualTo("5天没人来");
  }

  @Test
  void the_end_of_a_number_says_which_case_is_meant() {
    assertThat(ReplyText.read("1 0174"))
        .isEqualTo(new ReplyText(RatingDigit.SOLVED, "0174", null, false));
    assertThat(ReplyText.read("3#0174 没人来"))
        .isEqualTo(new ReplyText(RatingDigit.NOT_DONE, "0174", "没人来", false));
    assertThat(ReplyText.read("1 261122-000017-4").caseEnd()).isEqualTo("2611220000174");
    // A year, or the hour of something, is no number of a case.
    assertThat(ReplyText.read("4 2024年就说要修").caseEnd()).isNull();
    assertThat(ReplyText.read("4 2024年就说要修").words()).isEqualTo("2024年就说要修");
  }

  @ParameterizedTest
  @ValueSource(strings = {"T", "t", "TD", "td", "退订", " 退订。", "Ｔ"})
  void no_more_messages_is_no_rating(String written) {
    assertThat(ReplyText.read(written).stop()).isTrue();
    assertThat(ReplyText.read(written).isRating()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(RatingDigit.class)
  void each_digit_is_a_whole_rating(RatingDigit digit) {
    var form = digit.form(1, null);
    assertThat(form.reason() != null)
        .isEqualTo(DissatisfactionReason.belongsTo(form.solved(), form.satisfied()));
    assertThat(
            Stream.of(form.responded(), form.solved(), form.satisfied(), form.requestTrue())
                .allMatch(answer -> answer != null))
        .isTrue();
  }

  @Test
  void words_that_grow_when_they_are_made_plain_are_cut_to_what_a_rating_takes() {
    // One sign that stands for eighteen letters.
    String words = ReplyText.read("4 " + "\uFDFA".repeat(125)).words();
    assertThat(words.codePointCount(0, words.length())).isEqualTo(1_000);
  }
}
