package hotline.access.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The text of a file as spreadsheets save it: UTF-8 with or without BOM, UTF-16 with BOM, GB18030.
 */
public final class FileText {
  public static final String CSV = "text/csv";

  /** What browsers call a CSV file on a machine with a spreadsheet program. */
  public static final String EXCEL = "application/vnd.ms-excel";

  public static final String CSV_UTF8 = "text/csv;charset=UTF-8";

  private static final Charset GB18030 = Charset.forName("GB18030");

  private FileText() {}

  public static String decode(byte[] file) {
    if (file == null || file.length == 0) {
      throw NotCsv.empty();
    }
    if (startsWith(file, 'P', 'K', 3, 4) || startsWith(file, 0xd0, 0xcf, 0x11, 0xe0)) {
      throw NotCsv.workbook();
    }
    String text = text(file).orElseThrow(NotCsv::notText);
    if (text.indexOf('\0') >= 0) {
      throw NotCsv.notText();
    }
    if (text.isBlank()) {
      throw NotCsv.empty();
    }
    return text;
  }

  private static Optional<String> text(byte[] file) {
    if (startsWith(file, 0xef, 0xbb, 0xbf)) {
      return strictly(StandardCharsets.UTF_8, file, 3);
    }
    if (startsWith(file, 0xff, 0xfe)) {
      return strictly(StandardCharsets.UTF_16LE, file, 2);
    }
    if (startsWith(file, 0xfe, 0xff)) {
      return strictly(StandardCharsets.UTF_16BE, file, 2);
    }
    // Text in GB18030 is almost never well-formed UTF-8 by chance; the other way round it often is.
    return strictly(StandardCharsets.UTF_8, file, 0).or(() -> strictly(GB18030, file, 0));
  }

  private static Optional<String> strictly(Charset charset, byte[] file, int from) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(file, from, file.length - from))
              .toString());
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }

  private static boolean startsWith(byte[] file, int... first) {
    if (file.length < first.length) {
      return false;
    }
    for (int i = 0; i < first.length; i++) {
      if ((file[i] & 0xff) != first[i]) {
        return false;
      }
    }
    return true;
  }
}
