package hotline.dispatch.attachments;

import hotline.dispatch.attachments.FileRefused.Reason;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.SampleModel;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture read and written anew: upright, of a size that a screen shows, and with nothing in it
 * but what one sees. So EXIF, thumbnails and whatever else was hidden in the file are gone.
 */
final class Picture {

  static final int LONGEST_EDGE = 2560;
  static final long MOST_PIXELS = 40_000_000;
  // Its decoder holds every coefficient of the whole picture outside the heap.
  static final long MOST_PIXELS_PROGRESSIVE = 12_000_000;

  // A service has 256 MB of heap: 40 megapixels in full would be 120 MB. So the decoder leaves out
  // rows and columns until what it hands over is no
  // more than this; the picture that is kept is at most as large again.
  private static final long LARGEST_RASTER = 16L << 20;
  private static final float QUALITY = 0.85f;
  // A photo that was saved as PNG is many times as large as the same photo as JPEG.
  private static final int LARGEST_PNG = 2 << 20;
  private static final int LARGEST_JPEG = 10 << 20;
  private static final int WHITE = 255;

  private Picture() {}

  /** What is kept of it. */
  record Kept(byte[] content, FileType type, int width, int height) {}

  /**
   * @throws FileRefused when it has too many pixels, which its first bytes say, or cannot be read
   */
  static Kept of(ImageInputStream content, FileType type, PhotoFacts facts) {
    Iterator<ImageReader> readers =
        ImageIO.getImageReadersByFormatName(type.name().toLowerCase(Locale.ROOT));
    ImageReader reader = readers.next();
    try {
      // Without what stands beside the pixels: a compressed comment may be a bomb as well.
      reader.setInput(content, true, true);
      BufferedImage read = read(reader, facts.progressive());
      return write(upright(read, facts.orientation()), type);
    } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException broken) {
      throw new FileRefused(Reason.UNREADABLE);
    } catch (FileRefused refused) {
      throw refused;
    } catch (RuntimeException broken) {
      // Readers of images meet broken files with whatever comes up.
      throw new FileRefused(Reason.UNREADABLE);
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage read(ImageReader reader, boolean progressive) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    long pixels = (long) width * height;
    if (pixels > (progressive ? MOST_PIXELS_PROGRESSIVE : MOST_PIXELS)) {
      throw new FileRefused(Reason.TOO_MANY_PIXELS);
    }
    ImageReadParam how = reader.getDefaultReadParam();
    int step = step(width, height, bytesPerPixel(reader));
    how.setSourceSubsampling(step, step, 0, 0);
    how.setSourceRegion(new Rectangle(width, height));
    return reader.read(0, how);
  }

  /** Every how many rows and columns one is read. */
  static int step(int width, int height, int bytesPerPixel) {
    int step = 1;
    while ((long) (width / step + 1) * (height / step + 1) * bytesPerPixel > LARGEST_RASTER) {
      step++;
    }
    return step;
  }

  private static int bytesPerPixel(ImageReader reader) throws IOException {
    ImageTypeSpecifier raw = reader.getRawImageType(0);
    if (raw == null) {
      return 4;
    }
    SampleModel samples = raw.getSampleModel();
    int bits = 0;
    for (int band = 0; band < samples.getNumBands(); band++) {
      bits += samples.getSampleSize(band);
    }
    return Math.max(3, (bits + 7) / 8);
  }

  /** Made smaller and turned in one pass, each pixel the mean of those that it stands for. */
  private static BufferedImage upright(BufferedImage read, int orientation) {
    int width = read.getWidth();
    int height = read.getHeight();
    double scale = Math.min(1, (double) LONGEST_EDGE / Math.max(width, height));
    int scaledWidth = Math.max(1, (int) Math.round(width * scale));
    int scaledHeight = Math.max(1, (int) Math.round(height * scale));
    boolean sideways = orientation >= 5;
    BufferedImage upright =
        new BufferedImage(
            sideways ? scaledHeight : scaledWidth,
            sideways ? scaledWidth : scaledHeight,
            read.getColorModel().hasAlpha()
                ? BufferedImage.TYPE_4BYTE_ABGR
                : BufferedImage.TYPE_3BYTE_BGR);
    int[] row = new int[width];
    long[] sums = new long[4 * scaledWidth];
    for (int y = 0; y < scaledHeight; y++) {
      int top = (int) ((long) y * height / scaledHeight);
      int bottom = Math.max(top + 1, (int) ((long) (y + 1) * height / scaledHeight));
      java.util.Arrays.fill(sums, 0);
      for (int from = top; from < bottom; from++) {
        read.getRGB(0, from, width, 1, row, 0, width);
        add(row, sums, scaledWidth);
      }
      for (int x = 0; x < scaledWidth; x++) {
        int count = columns(x, width, scaledWidth) * (bottom - top);
        set(upright, x, y, scaledWidth, scaledHeight, orientation, mean(sums, x, count));
      }
    }
    return upright;
  }

  private static int columns(int x, int width, int scaledWidth) {
    int left = (int) ((long) x * width / scaledWidth);
    return Math.max(left + 1, (int) ((long) (x + 1) * width / scaledWidth)) - left;
  }

  private static void add(int[] row, long[] sums, int scaledWidth) {
    for (int x = 0; x < scaledWidth; x++) {
      int left = (int) ((long) x * row.length / scaledWidth);
      int right = left + columns(x, row.length, scaledWidth);
      for (int i = left; i < right; i++) {
        sums[4 * x] += row[i] >>> 24;
        sums[4 * x + 1] += row[i] >> 16 & 0xff;
        sums[4 * x + 2] += row[i] >> 8 & 0xff;
        sums[4 * x + 3] += row[i] & 0xff;
      }
    }
  }

  private static int mean(long[] sums, int x, int count) {
    return (int) (sums[4 * x] / count) << 24
        | (int) (sums[4 * x + 1] / count) << 16
        | (int) (sums[4 * x + 2] / count) << 8
        | (int) (sums[4 * x + 3] / count);
  }

  /** Where a pixel lies once the picture stands as EXIF says that it was taken. */
  private static void set(
      BufferedImage upright, int x, int y, int width, int height, int orientation, int argb) {
    int right = width - 1 - x;
    int down = height - 1 - y;
    switch (orientation) {
      case 2 -> upright.setRGB(right, y, argb);
      case 3 -> upright.setRGB(right, down, argb);
      case 4 -> upright.setRGB(x, down, argb);
      case 5 -> upright.setRGB(y, x, argb);
      case 6 -> upright.setRGB(down, x, argb);
      case 7 -> upright.setRGB(down, right, argb);
      case 8 -> upright.setRGB(y, right, argb);
      default -> upright.setRGB(x, y, argb);
    }
  }

  private static Kept write(BufferedImage picture, FileType type) throws IOException {
    if (type == FileType.PNG) {
      byte[] png = encoded(picture, "png", null, LARGEST_PNG);
      if (png != null) {
        return new Kept(png, FileType.PNG, picture.getWidth(), picture.getHeight());
      }
    }
    byte[] jpeg = encoded(onWhite(picture), "jpeg", QUALITY, LARGEST_JPEG);
    if (jpeg == null) {
      throw new FileRefused(Reason.UNREADABLE);
    }
    return new Kept(jpeg, FileType.JPEG, picture.getWidth(), picture.getHeight());
  }

  /** JPEG knows no transparency. */
  private static BufferedImage onWhite(BufferedImage picture) {
    if (!picture.getColorModel().hasAlpha()) {
      return picture;
    }
    BufferedImage opaque =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    int[] row = new int[picture.getWidth()];
    for (int y = 0; y < picture.getHeight(); y++) {
      picture.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int x = 0; x < row.length; x++) {
        row[x] = onWhite(row[x]);
      }
      opaque.setRGB(0, y, row.length, 1, row, 0, row.length);
    }
    return opaque;
  }

  private static int onWhite(int argb) {
    int alpha = argb >>> 24;
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      mixed |= ((argb >> shift & 0xff) * alpha + WHITE * (255 - alpha)) / 255 << shift;
    }
    return mixed;
  }

  /** Null when it would be more than that many bytes, of which no more is ever held. */
  private static byte[] encoded(BufferedImage picture, String format, Float quality, int most)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    AtMost bytes = new AtMost(most);
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      if (quality != null) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(quality);
      }
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), how);
    } catch (IOException stopped) {
      if (bytes.isFull()) {
        return null;
      }
      throw stopped;
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
