package hotline.reporting.daily;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class WordDocumentTest {

  @Test
  void every_part_is_xml_and_what_it_names_is_there() throws Exception {
    Map<String, Document> parts =
        parts(
            new WordDocument()
                .title("12345热线日报")
                .aboveTheLine("热线中心", "签发：")
                .heading("一、当日情况")
                .table(List.of(List.of("项目", "件数"), List.of("登记", "3")))
                .bytes());
    assertThat(parts.keySet()).first().isEqualTo("[Content_Types].xml");
    assertThat(parts)
        .containsKeys("_rels/.rels", "word/document.xml", "word/fontTable.xml")
        .containsKey("word/_rels/document.xml.rels");
    Document document = parts.get("word/document.xml");
    assertThat(document.getElementsByTagName("w:tr").getLength()).isEqualTo(2);
    assertThat(document.getElementsByTagName("w:gridCol").getLength()).isEqualTo(2);
    assertThat(document.getDocumentElement().getTextContent()).contains("12345热线日报", "登记3");
  }

  @Test
  void a_name_is_text_whatever_is_in_it() throws Exception {
    String name = "A&B <w:p/> ]]> \"x\" 𠮷";
    Map<String, Document> parts =
        parts(new WordDocument().line(name + "\u0000\u0008\uFFFF\uD800").bytes());
    assertThat(parts.get("word/document.xml").getElementsByTagName("w:t").item(0).getTextContent())
        .isEqualTo(name);
  }

  @Test
  void the_same_document_is_the_same_bytes() {
    assertThat(new WordDocument().line("一").bytes())
        .isEqualTo(new WordDocument().line("一").bytes());
  }

  private static Map<String, Document> parts(byte[] docx) throws Exception {
    DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
    Map<String, Document> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(
            entry.getName(),
            parsers.newDocumentBuilder().parse(new ByteArrayInputStream(zip.readAllBytes())));
      }
    }
    return parts;
  }
}
