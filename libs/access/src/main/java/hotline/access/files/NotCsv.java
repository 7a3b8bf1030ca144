package hotline.access.files;

import hotline.access.Refusal;

/** The file as a whole cannot be read as a table; nothing of it was taken over. */
public class NotCsv extends Refusal {
  private static final long serialVersionUID = 1L;

  private NotCsv(String detailZh, String detailEn) {
    super("not-csv", 400, "不是可导入的 CSV 文件", "Not a CSV file", detailZh, detailEn);
  }

  static NotCsv empty() {
    return new NotCsv("文件是空的。", "The file is empty.");
  }

  static NotCsv workbook() {
    return new NotCsv(
        "这是 Excel 工作簿，请在 Excel/WPS 中另存为“CSV UTF-8（逗号分隔）”后再导入。",
        "This is an Excel workbook; save it as \"CSV UTF-8 (comma delimited)\" first.");
  }

  static NotCsv notText() {
    return new NotCsv(
        "文件不是文本，或编码不是 UTF-8 / GB18030（GBK）。",
        "The file is not text, or neither in UTF-8 nor in GB18030 (GBK).");
  }

  static NotCsv unclosedQuote(int line) {
    return new NotCsv(
        "第 " + line + " 行开始的引号没有结束，请检查该处的引号。",
        "A quote that opens in line " + line + " is never closed.");
  }

  static NotCsv noHeader(String missing) {
    return new NotCsv(
        "第一行应为列名，缺少：" + missing + "。可下载模板填写。",
        "The first line must name the columns; missing: " + missing + ". There is a template.");
  }

  static NotCsv twice(String column) {
    return new NotCsv("列名重复：" + column + "。", "This column is there twice: " + column + ".");
  }

  static NotCsv tooManyColumns(int most) {
    return new NotCsv(
        "一行最多 " + most + " 列，请检查分隔符，或删去多余的列。",
        "A row has at most "
            + most
            + " columns; check the delimiter, or take out what is not needed.");
  }

  static NotCsv tooManyRows(int most) {
    return new NotCsv(
        "一次最多导入 " + most + " 行，请拆分文件。", "At most " + most + " rows at once; split the file.");
  }
}
