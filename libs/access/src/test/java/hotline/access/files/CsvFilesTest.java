package hotline.access.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFilesTest {

  @Test
  void quotes_hold_commas_quotes_and_line_breaks() {
    assertThat(CsvTable.read("a,\"b,c\",\"d\"\"e\"\r\n\"f\r\ng\",,h\n\ni", 9))
        .containsExactly(
            List.of("a", "b,c", "d\"e"), List.of("f\r\ng", "", "h"), List.of(""), List.of("i"));
  }

  @Test
  void a_quote_that_never_ends_is_refused_with_its_line() {
    assertThatThrownBy(() -> CsvTable.read("a,b\nc,\"d\ne", 9))
        .isInstanceOf(NotCsv.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void what_is_too_long_or_too_wide_is_refused_before_it_is_in_memory() {
    String rows = "a\n".repeat(5_000_000);
    assertThatThrownBy(() -> CsvTable.read(rows, 2_000))
        .isInstanceOf(NotCsv.class)
        .hasMessageContaining("2000 rows");
    String commas = ",".repeat(10_000_000);
    assertThatThrownBy(() -> CsvTable.read(commas, 2_000))
        .isInstanceOf(NotCsv.class)
        .hasMessageContaining("200 columns");
    assertThat(CsvTable.read("head\n" + "a\n".repeat(2_000), 2_000)).hasSize(2_001);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "GBK"})
  void the_encodings_of_spreadsheets_are_recognised(String charset) {
    String text = "标题,内容\n路灯不亮,连续三晚";
    assertThat(FileText.decode(text.getBytes(Charset.forName(charset)))).isEqualTo(text);
  }

  @Test
  void byte_order_marks_are_no_part_of_the_first_name() {
    assertThat(FileText.decode("\ufeff标题".getBytes(StandardCharsets.UTF_8))).isEqualTo("标题");
    assertThat(FileText.decode("\ufeff标题".getBytes(StandardCharsets.UTF_16LE))).isEqualTo("标题");
    assertThat(FileText.decode("\ufeff标题".getBytes(StandardCharsets.UTF_16BE))).isEqualTo("标题");
  }

  @Test
  void rare_characters_survive_gb18030() {
    String text = "𠮷,㐀,😀";
    assertThat(FileText.decode(text.getBytes(Charset.forName("GB18030")))).isEqualTo(text);
  }

  @Test
  void what_is_no_text_is_refused_with_what_to_do() {
    assertThatThrownBy(() -> FileText.decode(new byte[] {'P', 'K', 3, 4, 0, 0}))
        .isInstanceOf(NotCsv.class)
        .hasMessageContaining("Excel");
    assertThatThrownBy(() -> FileText.decode(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2}))
        .isInstanceOf(NotCsv.class);
    assertThatThrownBy(() -> FileText.decode(new byte[] {'a', 0, 'b'})).isInstanceOf(NotCsv.class);
    assertThatThrownBy(() -> FileText.decode(new byte[0])).isInstanceOf(NotCsv.class);
    assertThatThrownBy(() -> FileText.decode("  \n ".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(NotCsv.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://example.test\",\"x\")",
        "+cmd|x",
        "@SUM(A1)",
        "-1+1",
        "=\"a\"&cmd|\"b\""
      })
  void what_looks_like_a_formula_is_text_in_a_spreadsheet_and_reads_as_it_was(String told) {
    String written = CsvTable.read(SpreadsheetCell.write(told), 9).get(0).get(0);
    assertThat(written).doesNotStartWith("=").doesNotStartWith("+");
    assertThat(SpreadsheetCell.read(written)).isEqualTo(SpreadsheetCell.read(told));
  }

  @ParameterizedTest
  @ValueSource(strings = {"010101", "20260105000012345", "2026-0001", "0532-85550000", "3-4"})
  void a_code_or_a_number_keeps_its_digits_in_a_spreadsheet(String number) {
    String written = CsvTable.read(SpreadsheetCell.write(number), 9).get(0).get(0);
    assertThat(written).isEqualTo("=\"" + number + "\"");
    assertThat(SpreadsheetCell.read(written)).isEqualTo(number);
    assertThat(CsvTable.read(SpreadsheetCell.write(written), 9).get(0).get(0)).isEqualTo(written);
  }

  @Test
  void in_a_file_that_is_counted_with_codes_are_texts_and_numbers_stay_numbers() {
    assertThat(SpreadsheetCell.code("010201")).isEqualTo("\"=\"\"010201\"\"\"");
    assertThat(SpreadsheetCell.code("=1\"&A1")).isEqualTo("\"=\"\"=1\"\"\"\"&A1\"\"\"");
    assertThat(SpreadsheetCell.code(null)).isEmpty();
    assertThat(SpreadsheetCell.plain(95.5)).isEqualTo("95.5");
    assertThat(SpreadsheetCell.plain("a,b")).isEqualTo("\"a,b\"");
    assertThat(SpreadsheetCell.plain("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
    assertThat(SpreadsheetCell.plain("two\nlines")).isEqualTo("\"two\nlines\"");
    assertThat(SpreadsheetCell.plain("=1+1")).isEqualTo("'=1+1");
    assertThat(SpreadsheetCell.plain("@cmd")).isEqualTo("'@cmd");
    assertThat(SpreadsheetCell.plain("-5")).isEqualTo("'-5");
    assertThat(SpreadsheetCell.plain(null)).isEmpty();
  }
}
