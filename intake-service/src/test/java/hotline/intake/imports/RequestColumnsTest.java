package hotline.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.access.Invalid;
import hotline.access.Violation;
import hotline.access.files.CsvTable;
import hotline.access.files.NotCsv;
import hotline.intake.cases.RegistrationForm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestColumnsTest {
  private static final List<String> HEADER_WITH_CONFIDENTIAL =
      List.of("诉求类型", "来源渠道", "分类编码", "区划编码", "标题", "内容", "保密");

  @Test
  void columns_are_found_by_either_name_in_any_order() {
    RequestColumns columns =
        RequestColumns.of(
            List.of("内容", "TITLE", "诉求类型(kind)", "channel", "区划编码", "categoryCode", "备注"));
    RegistrationForm form =
        columns.form(List.of("正文", "标题", "投诉", "电话", "370281001", "=\"010101\"", "x"));
    assertThat(form.content()).isEqualTo("正文");
    assertThat(form.title()).isEqualTo("标题");
    assertThat(form.categoryCode()).isEqualTo("010101");
    assertThat(form.demand()).isNull();
  }

  @Test
  void missing_or_repeated_columns_are_named() {
    assertThatThrownBy(() -> RequestColumns.of(List.of("kind", "title")))
        .isInstanceOf(NotCsv.class)
        .hasMessageContaining("channel")
        .hasMessageContaining("content");
    assertThatThrownBy(() -> RequestColumns.of(List.of("kind", "诉求类型")))
        .hasMessageContaining("twice");
  }

  @ParameterizedTest
  @CsvSource({"是,true", "Yes,true", "Ｙ,true", "１,true", "否,false", "no,false", "0,false"})
  void yes_and_no_are_said_in_several_words(String word, boolean meant) {
    RegistrationForm form =
        RequestColumns.of(HEADER_WITH_CONFIDENTIAL).form(rowWithConfidential(word));
    assertThat(form.reporter().confidential()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"√", "保密", "是的", "?"})
  void a_word_that_is_neither_yes_nor_no_is_refused_with_its_column(String word) {
    RequestColumns columns = RequestColumns.of(HEADER_WITH_CONFIDENTIAL);
    assertThatThrownBy(() -> columns.form(rowWithConfidential(word)))
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid ->
                assertThat(invalid.violations())
                    .extracting(Violation::field)
                    .containsExactly("reporter.confidential"));
  }

  @Test
  void the_template_reads_as_what_it_says() {
    List<List<String>> table = CsvTable.read(RequestColumns.template(), 9);
    RegistrationForm form = RequestColumns.of(table.get(0)).form(table.get(1));
    assertThat(form.externalRef()).isEqualTo("EX-0001");
    assertThat(form.reporter().wantsCallback()).isTrue();
    assertThat(form.reporter().anonymous()).isFalse();
    assertThat(form.content()).contains("路灯");
  }

  private static List<String> rowWithConfidential(String word) {
    return List.of("举报", "电话", "010101", "370281001", "标题", "正文", word);
  }
}
