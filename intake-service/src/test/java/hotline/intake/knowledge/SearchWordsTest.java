package hotline.intake.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchWordsTest {

  @Test
  void a_text_is_found_by_its_pairs_and_punctuation_is_in_none() {
    assertThat(SearchWords.pairs("身份证，丢失")).containsExactly("身份", "份证", "丢失");
    assertThat(SearchWords.pairs(List.of("ＥＴＣ 办理", "办理"))).containsExactly("et", "tc", "办理");
    assertThat(SearchWords.pairs("水")).isEmpty();
  }

  @Test
  void a_title_is_found_by_the_initials_of_its_pinyin() {
    assertThat(SearchWords.initialPairs("身份证丢失")).containsExactly("~sf", "~fz", "~zd", "~ds");
    assertThat(SearchWords.initialPairs("暖气A2")).containsExactly("~nq", "~qa", "~a2");
    assertThat(SearchWords.initialPairs("啊坐")).containsExactly("~az");
    assertThat(SearchWords.asked("SFZ")).contains("sf", "~sf", "~fz");
    assertThat(SearchWords.asked("身份证")).containsExactly("身份", "份证");
  }

  @Test
  void a_third_of_what_is_typed_must_be_there() {
    assertThat(SearchWords.least("身份证丢了")).isEqualTo(2);
    assertThat(SearchWords.least("水")).isEqualTo(1);
    assertThat(SearchWords.least("请问身份证丢了怎么办")).isEqualTo(2);
  }

  @Test
  void what_stands_in_every_question_finds_nothing_unless_it_is_all_there_is() {
    assertThat(SearchWords.asked("身份证怎么办")).containsExactly("身份", "份证", "证怎");
    assertThat(SearchWords.asked("怎么办理")).containsExactly("怎么", "么办", "办理");
  }
}
