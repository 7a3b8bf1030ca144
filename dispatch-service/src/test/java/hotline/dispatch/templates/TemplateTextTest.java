package hotline.dispatch.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateTextTest {

  private static final TemplateText TEMPLATE =
      TemplateText.of("您好，您反映的{{事项}}，我局已于{{办理日期}}到现场处理：{{处理结果}}。感谢监督。");

  @Test
  void a_text_that_still_has_a_mark_or_half_of_one_is_not_filled_in() {
    assertThat(TemplateText.of("已于{{办理日期}}处理。").isFilledIn()).isFalse();
    assertThat(TemplateText.of("已于｛｛办理日期｝｝处理。").isFilledIn()).isFalse();
    assertThat(TemplateText.of("已于{{办理日期处理。").isFilledIn()).isFalse();
    assertThat(TemplateText.of("已于11月3日}}处理。").isFilledIn()).isFalse();
    assertThat(TemplateText.of("已于11月3日处理，见{附件}。").isFilledIn()).isTrue();
    assertThat(TemplateText.of(null).isFilledIn()).isTrue();
  }

  @Test
  void every_part_that_says_something_is_filled_in() {
    assertThat(left("您好，您反映的路灯不亮，我局已于11月3日到现场处理：更换灯具3盏。感谢监督。")).isEmpty();
  }

  @Test
  void a_part_that_was_cut_away_is_left_out() {
    assertThat(left("您好，您反映的，我局已于到现场处理：。感谢监督。")).containsExactly("事项", "办理日期", "处理结果");
    assertThat(left("您好，您反映的路灯不亮，我局已于11月3日到现场处理：……。感谢监督。")).containsExactly("处理结果");
  }

  @Test
  void a_tick_or_a_word_that_is_the_label_as_well_fills_a_part_in() {
    assertThat(left("您好，您反映的事项，我局已于11月3日到现场处理：√。感谢监督。")).isEmpty();
  }

  @Test
  void what_was_written_before_and_after_the_template_and_its_line_breaks_hide_nothing() {
    assertThat(left("前一段。\n您好，您反映的路灯不亮，\n我局已于 到现场处理：已修复。感谢监督。\n另附照片。")).containsExactly("办理日期");
  }

  @Test
  void a_part_at_the_very_end_is_what_follows() {
    TemplateText open = TemplateText.of("处理结果：{{结果}}");
    assertThat(open.leftOutOf(TemplateText.of("处理结果："))).containsExactly("结果");
    assertThat(open.leftOutOf(TemplateText.of("处理结果：已修复"))).isEmpty();
  }

  @Test
  void a_text_that_was_written_anew_leaves_nothing_out() {
    assertThat(left("路灯已修复。")).isEmpty();
  }

  @Test
  void a_label_keeps_its_spaces() {
    TemplateText english = TemplateText.of("Repaired on {{date of repair}}.");
    assertThat(english.labels()).containsExactly("date of repair");
    assertThat(english.leftOutOf(TemplateText.of("Repaired on - .")))
        .containsExactly("date of repair");
  }

  private static List<String> left(String written) {
    return TEMPLATE.leftOutOf(TemplateText.of(written));
  }
}
