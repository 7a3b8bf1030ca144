package hotline.dispatch.attachments;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Photos as a phone takes them, made here. */
public final class Photos {

  private static final int RED = 0xffff0000;
  private static final int BLUE = 0xff0000ff;

  private Photos() {}

  /** Red above, blue below. */
  public static BufferedImage redAboveBlue(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, y < height / 2 ? RED : BLUE);
      }
    }
    return image;
  }

  public static byte[] jpeg(int width, int height) {
    return written(redAboveBlue(width, height), "jpeg");
  }

  public static byte[] png(int width, int height) {
    return written(redAboveBlue(width, height), "png");
  }

  /** Taken on 2026-03-04 at 15:06:07 in the city, at 37.12345 N, 122.5 E. */
  public static byte[] withExif(byte[] jpeg, int orientation) {
    byte[] exif = exif(orientation);
    ByteBuffer whole = ByteBuffer.allocate(jpeg.length + exif.length + 4);
    whole.put(jpeg, 0, 2);
    whole.putShort((short) 0xffe1).putShort((short) (exif.length + 2)).put(exif);
    return whole.put(jpeg, 2, jpeg.length - 2).array();
  }

  /** Says that it is this large, and has no pixels. */
  public static byte[] pngThatSaysItIs(int width, int height) {
    ByteBuffer header = ByteBuffer.allocate(17);
    header.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
    header.put(new byte[] {8, 2, 0, 0, 0});
    CRC32 crc = new CRC32();
    crc.update(header.array());
    ByteBuffer whole = ByteBuffer.allocate(8 + 4 + 17 + 4);
    whole.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    return whole.putInt(13).put(header.array()).putInt((int) crc.getValue()).array();
  }

  public static byte[] pdf() {
    return "%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] exif(int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    // The main directory at 8: three entries.
    tiff.putShort((short) 3);
    entry(tiff, 0x0112, 3, 1, orientation);
    entry(tiff, 0x8769, 4, 1, 100);
    entry(tiff, 0x8825, 4, 1, 200);
    tiff.putInt(0);
    tiff.position(100).putShort((short) 1);
    entry(tiff, 0x9003, 2, 20, 150);
    tiff.putInt(0);
    tiff.position(150).put("2026:03:04 15:06:07\0".getBytes(StandardCharsets.US_ASCII));
    tiff.position(200).putShort((short) 4);
    entry(tiff, 1, 2, 2, 'N');
    entry(tiff, 2, 5, 3, 300);
    entry(tiff, 3, 2, 2, 'E');
    entry(tiff, 4, 5, 3, 330);
    tiff.putInt(0);
    tiff.position(300);
    for (int part : new int[] {37, 1, 7, 1, 24420, 1000, 122, 1, 30, 1, 0, 1}) {
      if (tiff.position() == 324) {
        tiff.position(330);
      }
      tiff.putInt(part);
    }
    ByteBuffer whole = ByteBuffer.allocate(6 + tiff.capacity());
    whole.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array());
    return whole.array();
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  private static byte[] written(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
