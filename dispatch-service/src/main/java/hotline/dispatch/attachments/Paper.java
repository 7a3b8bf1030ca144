package hotline.dispatch.attachments;

import java.nio.charset.StandardCharsets;

/** Whether a PDF arrived whole: its end says so, within the last bytes of the file. */
final class Paper {

  static final int END = 1024;

  private Paper() {}

  static boolean isWhole(byte[] tail) {
    return new String(tail, StandardCharsets.ISO_8859_1).contains("%%EOF");
  }
}
