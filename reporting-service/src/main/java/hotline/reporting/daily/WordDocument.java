package hotline.reporting.daily;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A page of A4 in the fonts of official documents, as the least that Word opens (ECMA-376): no
 * library is needed for headings and tables. Every text is escaped.
 */
final class WordDocument {

  static final String MEDIA_TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private static final String TITLE_FONT = "方正小标宋简体";
  private static final String BODY_FONT = "仿宋_GB2312";
  private static final String HEAD_FONT = "黑体";
  private static final String RED = "C8102E";
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
  private static final String W =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  // The same document is the same bytes, whenever it is asked for.
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final StringBuilder body = new StringBuilder();

  /** The red head of a bulletin. */
  WordDocument title(String text) {
    return paragraph("<w:jc w:val=\"center\"/>", run(text, TITLE_FONT, 44, RED));
  }

  WordDocument centred(String text) {
    return paragraph("<w:jc w:val=\"center\"/>", run(text, BODY_FONT, 28, null));
  }

  /** What stands left and right above the red line. */
  WordDocument aboveTheLine(String left, String right) {
    return paragraph(
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"16\" w:space=\"4\" w:color=\""
            + RED
            + "\"/></w:pBdr><w:tabs><w:tab w:val=\"right\" w:pos=\"9070\"/></w:tabs>",
        run(left, BODY_FONT, 28, null) + "<w:r><w:tab/></w:r>" + run(right, BODY_FONT, 28, null));
  }

  WordDocument heading(String text) {
    return paragraph(
        "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"60\"/>",
        run(text, HEAD_FONT, 28, null));
  }

  WordDocument line(String text) {
    return paragraph("", run(text, BODY_FONT, 24, null));
  }

  /** The first row is its head, the first column is text and the others are numbers. */
  WordDocument table(List<List<String>> rows) {
    body.append("<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>");
    for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
      body.append("<w:").append(side).append(" w:val=\"single\" w:sz=\"4\" w:color=\"808080\"/>");
    }
    body.append("</w:tblBorders></w:tblPr><w:tblGrid>")
        .append("<w:gridCol/>".repeat(rows.get(0).size()))
        .append("</w:tblGrid>");
    for (List<String> row : rows) {
      body.append("<w:tr>");
      for (int i = 0; i < row.size(); i++) {
        body.append("<w:tc>");
        paragraph(
            "<w:jc w:val=\"" + (i == 0 ? "left" : "right") + "\"/>",
            run(row.get(i), row == rows.get(0) ? HEAD_FONT : BODY_FONT, 21, null));
        body.append("</w:tc>");
      }
      body.append("</w:tr>");
    }
    body.append("</w:tbl>");
    return this;
  }

  private WordDocument paragraph(String properties, String runs) {
    body.append("<w:p><w:pPr>").append(properties).append("</w:pPr>").append(runs).append("</w:p>");
    return this;
  }

  private static String run(String text, String font, int halfPoints, String colour) {
    return "<w:r><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\""
        + font
        + "\"/>"
        + (colour == null ? "" : "<w:color w:val=\"" + colour + "\"/>")
        + "<w:sz w:val=\""
        + halfPoints
        + "\"/></w:rPr><w:t xml:space=\"preserve\">"
        + escaped(text)
        + "</w:t></w:r>";
  }

  /** Text of XML; what XML 1.0 may not hold is left out. */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .filter(
            c -> c == '\t' || c >= 0x20 && !(c >= 0xD800 && c <= 0xDFFF) && (c & 0xFFFE) != 0xFFFE)
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                default -> safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      entry(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\""
              + PACKAGE
              + "content-types\"><Default Extension=\"rels\" ContentType=\""
              + "application/vnd.openxmlformats-package.relationships+xml\"/>"
              + "<Override PartName=\"/word/document.xml\" ContentType=\""
              + WORD
              + "document.main+xml\"/>"
              + "<Override PartName=\"/word/fontTable.xml\" ContentType=\""
              + WORD
              + "fontTable+xml\"/></Types>");
      entry(zip, "_rels/.rels", relation("officeDocument", "word/document.xml"));
      entry(zip, "word/_rels/document.xml.rels", relation("fontTable", "fontTable.xml"));
      // Where the fonts of official documents are not installed, those of the system stand in.
      entry(
          zip,
          "word/fontTable.xml",
          "<w:fonts "
              + W
              + ">"
              + font(TITLE_FONT, "SimSun")
              + font(BODY_FONT, "FangSong")
              + font(HEAD_FONT, "SimHei")
              + "</w:fonts>");
      entry(
          zip,
          "word/document.xml",
          "<w:document "
              + W
              + "><w:body>"
              + body
              + "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
              + "<w:pgMar w:top=\"1418\" w:right=\"1418\" w:bottom=\"1134\" w:left=\"1418\" w:header=\"851\""
              + " w:footer=\"851\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
    } catch (IOException e) {
      throw new UncheckedIOException("A document cannot be written in memory", e);
    }
    return out.toByteArray();
  }

  private static String font(String name, String other) {
    return "<w:font w:name=\"" + name + "\"><w:altName w:val=\"" + other + "\"/></w:font>";
  }

  private static String relation(String type, String target) {
    return "<Relationships xmlns=\""
        + PACKAGE
        + "relationships\"><Relationship Id=\"rId1\" Type=\""
        + OFFICE
        + type
        + "\" Target=\""
        + target
        + "\"/></Relationships>";
  }

  private static void entry(ZipOutputStream zip, String name, String xml) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ENTRY_TIME);
    zip.putNextEntry(entry);
    zip.write((XML + xml).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
