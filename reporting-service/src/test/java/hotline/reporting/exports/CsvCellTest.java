package hotline.reporting.exports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvCellTest {

  @Test
  void a_cell_that_looks_like_a_formula_is_text() {
    assertThat(CsvCell.of("=1+1")).isEqualTo("'=1+1");
    assertThat(CsvCell.of("@cmd")).isEqualTo("'@cmd");
    assertThat(CsvCell.of("-5")).isEqualTo("'-5");
  }

  @Test
  void a_code_stays_a_text_in_a_spreadsheet() {
    assertThat(CsvCell.text("010201")).isEqualTo("\"=\"\"010201\"\"\"");
    assertThat(CsvCell.text("=1\"&A1")).isEqualTo("\"=\"\"=1\"\"\"\"&A1\"\"\"");
    assertThat(CsvCell.text(null)).isEmpty();
  }

  @Test
  void quotes_commas_and_lines_stay_in_their_cell() {
    assertThat(CsvCell.of("a,b")).isEqualTo("\"a,b\"");
    assertThat(CsvCell.of("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
    assertThat(CsvCell.of("two\nlines")).isEqualTo("\"two\nlines\"");
    assertThat(CsvCell.of(null)).isEmpty();
  }
}
