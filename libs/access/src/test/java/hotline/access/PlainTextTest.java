package hotline.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void control_characters_become_visible() {
    assertThat(PlainText.visible("a\r\nb\u001b[31m\u2028\u202ec\u0085"))
        .isEqualTo("a\\u000d\\u000ab\\u001b[31m\\u2028\\u202ec\\u0085");
    assertThat(PlainText.visible("诉求 😀 ordinary")).isEqualTo("诉求 😀 ordinary");
    assertThat(PlainText.visible(null)).isNull();
  }

  @Test
  void a_brief_text_has_none_and_ends_between_characters() {
    assertThat(PlainText.brief("a\nb\u0000c", 10)).isEqualTo("abc");
    assertThat(PlainText.brief("😀😀😀", 2)).isEqualTo("😀😀");
    assertThat(PlainText.brief(null, 2)).isEmpty();
  }

  @Test
  void what_a_database_cannot_keep_is_known() {
    assertThat(PlainText.isStorable("𠮷 😀 \n\t")).isTrue();
    assertThat(PlainText.isStorable("a\u0000")).isFalse();
    assertThat(PlainText.isStorable("\ud83d")).isFalse();
    assertThat(PlainText.isStorable("\ud83dx")).isFalse();
    assertThat(PlainText.isStorable("\ude00")).isFalse();
  }

  @Test
  void one_line_has_no_break_of_any_kind() {
    assertThat(PlainText.isOneLine("核查一组 1 号")).isTrue();
    assertThat(PlainText.isOneLine("a\nb")).isFalse();
    assertThat(PlainText.isOneLine("a\u2028b")).isFalse();
  }
}
