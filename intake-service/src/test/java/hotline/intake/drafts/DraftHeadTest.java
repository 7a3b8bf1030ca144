package hotline.intake.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.access.Invalid;
import hotline.access.TooLarge;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftHeadTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void a_list_shows_enough_to_know_a_draft_again_and_nothing_to_reach_the_reporter_by() {
    DraftHead head = of("王示例 反映路灯不亮，\n 请打13800001234", "王示例", "138 0000 1234");
    assertThat(head.phone()).isEqualTo("138****1234");
    assertThat(head.title()).contains("路灯不亮").doesNotContain("13800001234", "王示例", "\n");
  }

  @Test
  void half_a_number_and_an_empty_title_show_nothing() {
    assertThat(of("  ", null, "1380")).isEqualTo(new DraftHead(null, null));
    assertThat(of(null, null, null)).isEqualTo(new DraftHead(null, null));
  }

  @Test
  void long_first_words_are_cut_between_characters_and_no_number_is_cut_into_one_that_shows() {
    assertThat(of("𠮷".repeat(80), null, null).title()).isEqualTo("𠮷".repeat(59) + "…");
    assertThat(of("路".repeat(55) + "13800001234", null, null).title()).doesNotContain("1380000");
  }

  @Test
  void whatever_was_typed_is_kept_up_to_64_kilobytes() {
    assertThat(DraftContent.of(form(Map.of("kind", "no kind", "phone", "1")), JSON)).isNotEmpty();
    Map<String, Object> longest = Map.of("a", "x".repeat(DraftContent.MOST_BYTES - 8));
    assertThat(DraftContent.of(form(longest), JSON)).hasSize(DraftContent.MOST_BYTES);
    Map<String, Object> longer = Map.of("a", "x".repeat(DraftContent.MOST_BYTES - 7));
    assertThatThrownBy(() -> DraftContent.of(form(longer), JSON)).isInstanceOf(TooLarge.class);
    assertThatThrownBy(() -> DraftContent.of(form(null), JSON)).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> DraftContent.of(null, JSON)).isInstanceOf(Invalid.class);
  }

  private static DraftHead of(String title, String name, String phone) {
    return DraftHead.of(new DraftForm(title, name, phone, Map.of()));
  }

  private static DraftForm form(Map<String, Object> content) {
    return new DraftForm(null, null, null, content);
  }
}
