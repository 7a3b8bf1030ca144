package hotline.dispatch.templates;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.access.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyTemplateEntryTest {

  @Test
  void a_template_has_a_name_and_a_part_that_is_filled_in_each_time() {
    assertThat(codes("路灯", null, "已于{{办理日期}}修复。")).isEmpty();
    assertThat(codes(" ", null, "已修复。")).containsExactly("required", "no-part-to-fill-in");
    assertThat(codes("路灯", "{{现场情况}}", "已修复。")).containsExactly("no-part-to-fill-in");
    assertThat(codes("路灯", null, null)).containsExactly("required");
  }

  @Test
  void each_mark_is_whole_says_what_to_fill_in_and_can_be_told_from_the_next() {
    assertThat(codes("路灯", "{{现场", "已于{{办理日期}}修复。")).containsExactly("stray-mark");
    assertThat(codes("路灯", null, "已于{{ }}修复。")).containsExactly("label-of-a-part");
    assertThat(codes("路灯", null, "已于{{" + "日".repeat(31) + "}}修复。"))
        .containsExactly("label-of-a-part");
    assertThat(codes("路灯", null, "已于{{日期}} {{地点}}修复。")).containsExactly("parts-touch");
  }

  @Test
  void a_category_that_is_not_in_use_is_refused() {
    ReplyTemplateEntry entry = new ReplyTemplateEntry("路灯", "9999", null, "已于{{办理日期}}修复。", null);
    assertThat(entry.check(false).list())
        .extracting(Violation::code)
        .containsExactly("unknown-category");
  }

  @Test
  void braces_of_full_width_are_kept_as_marks() {
    ReplyTemplateEntry kept =
        new ReplyTemplateEntry(" 路灯 ", "", " ", "已于｛｛办理日期｝｝修复。", null).stripped();
    assertThat(kept).isEqualTo(new ReplyTemplateEntry("路灯", null, null, "已于{{办理日期}}修复。", true));
  }

  private static List<String> codes(String name, String handling, String told) {
    return new ReplyTemplateEntry(name, null, handling, told, null)
        .check(true).list().stream().map(Violation::code).toList();
  }
}
