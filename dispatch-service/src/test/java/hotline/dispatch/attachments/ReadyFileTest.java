package hotline.dispatch.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.access.TooLarge;
import hotline.dispatch.attachments.FileRefused.Reason;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadyFileTest {

  private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

  /** What is kept of a file, with the bytes of it. */
  private record Kept(ReadyFile file, byte[] bytes) {

    BufferedImage image() throws IOException {
      return ImageIO.read(new ByteArrayInputStream(bytes));
    }
  }

  @ParameterizedTest
  @CsvSource({
    // Where the red half lies once it stands upright: orientation, width, height, x and y of red.
    "1, 40, 20, 20, 3",
    "2, 40, 20, 20, 3",
    "3, 40, 20, 20, 16",
    "4, 40, 20, 20, 16",
    "5, 20, 40, 3, 20",
    "6, 20, 40, 16, 20",
    "7, 20, 40, 16, 20",
    "8, 20, 40, 3, 20"
  })
  void a_photo_is_turned_as_its_camera_says(
      int orientation, int width, int height, int redX, int redY) throws IOException {
    BufferedImage upright = ready(Photos.withExif(Photos.jpeg(40, 20), orientation)).image();
    assertThat(upright.getWidth()).isEqualTo(width);
    assertThat(upright.getHeight()).isEqualTo(height);
    assertThat(upright.getRGB(redX, redY) >> 16 & 0xff).isGreaterThan(200);
    assertThat(upright.getRGB(width - 1 - redX, height - 1 - redY) & 0xff).isGreaterThan(200);
  }

  @Test
  void when_and_where_it_was_taken_is_known_and_no_longer_in_the_file() throws IOException {
    Kept kept = ready(Photos.withExif(Photos.jpeg(40, 20), 1));
    assertThat(kept.file().facts().takenAt()).isEqualTo("2026-03-04T07:06:07Z");
    assertThat(kept.file().facts().latitude()).isEqualByComparingTo("37.123");
    assertThat(kept.file().facts().longitude()).isEqualByComparingTo("122.5");
    assertThat(new String(kept.bytes(), StandardCharsets.ISO_8859_1))
        .doesNotContain("Exif")
        .doesNotContain("2026:03:04");
    PhotoFacts again = PhotoFacts.of(new ByteArrayInputStream(kept.bytes()), NOW);
    assertThat(again.takenAt()).isNull();
    assertThat(again.latitude()).isNull();
  }

  @Test
  void a_camera_whose_clock_runs_ahead_says_nothing() {
    byte[] photo = Photos.withExif(Photos.jpeg(8, 8), 1);
    Instant before = Instant.parse("2026-01-01T00:00:00Z");
    assertThat(PhotoFacts.of(new ByteArrayInputStream(photo), before).takenAt()).isNull();
  }

  @Test
  void a_photo_is_at_most_2560_pixels_long() throws IOException {
    BufferedImage kept = ready(Photos.jpeg(3000, 600)).image();
    assertThat(kept.getWidth()).isEqualTo(2560);
    assertThat(kept.getHeight()).isEqualTo(512);
  }

  @Test
  void what_is_decoded_stays_small_however_large_the_photo() {
    assertThat(Picture.step(2000, 1500, 3)).isEqualTo(1);
    for (int bytes : new int[] {3, 4, 8}) {
      int step = Picture.step(8000, 5000, bytes);
      assertThat((8000L / step) * (5000 / step) * bytes).isLessThanOrEqualTo(16L << 20);
    }
  }

  @Test
  void a_drawing_stays_png_with_what_is_transparent() throws IOException {
    BufferedImage clear = new BufferedImage(20, 10, BufferedImage.TYPE_INT_ARGB);
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    ImageIO.write(clear, "png", bytes);
    Kept kept = ready(bytes.toByteArray());
    assertThat(kept.file().type()).isEqualTo(FileType.PNG);
    assertThat(kept.image().getRGB(5, 5) >>> 24).isZero();
  }

  @Test
  void a_picture_that_says_it_is_huge_is_refused_before_it_is_decoded() {
    assertRefused(Photos.pngThatSaysItIs(20_000, 20_000), Reason.TOO_MANY_PIXELS);
  }

  @Test
  void what_it_is_says_the_content_and_not_the_name() throws IOException {
    assertRefused("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8), Reason.UNKNOWN_TYPE);
    assertRefused("GIF89a....".getBytes(StandardCharsets.UTF_8), Reason.UNKNOWN_TYPE);
    assertRefused(new byte[] {(byte) 0xff, (byte) 0xd8}, Reason.UNKNOWN_TYPE);
    assertRefused(new byte[0], Reason.EMPTY);
    assertThat(ready(Photos.png(20, 10)).file().type().mediaType()).isEqualTo("image/png");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 20, 200})
  void a_picture_that_is_cut_off_is_refused_or_kept_as_far_as_it_goes(int length)
      throws IOException {
    byte[] whole = Photos.jpeg(40, 20);
    try {
      assertThat(ready(Arrays.copyOf(whole, length)).image()).isNotNull();
    } catch (FileRefused refused) {
      assertThat(refused.reason()).isIn(Reason.UNREADABLE, Reason.TOO_MANY_PIXELS);
    }
  }

  @Test
  void a_photo_that_was_saved_as_png_becomes_jpeg_before_it_is_large() throws IOException {
    BufferedImage grainy = new BufferedImage(1200, 900, BufferedImage.TYPE_3BYTE_BGR);
    java.util.Random grain = new java.util.Random(1);
    for (int y = 0; y < grainy.getHeight(); y++) {
      for (int x = 0; x < grainy.getWidth(); x++) {
        grainy.setRGB(x, y, grain.nextInt());
      }
    }
    java.io.ByteArrayOutputStream png = new java.io.ByteArrayOutputStream();
    ImageIO.write(grainy, "png", png);
    assertThat(png.size()).isGreaterThan(2 << 20);
    Kept kept = ready(png.toByteArray());
    assertThat(kept.file().type()).isEqualTo(FileType.JPEG);
    assertThat(kept.image().getWidth()).isEqualTo(1200);
  }

  @Test
  void no_more_than_it_may_be_is_held_of_what_is_written() throws IOException {
    AtMost bytes = new AtMost(10);
    bytes.write(new byte[8]);
    assertThatThrownBy(() -> bytes.write(new byte[3])).isInstanceOf(IOException.class);
    assertThat(bytes.isFull()).isTrue();
    assertThat(bytes.toByteArray()).hasSize(8);
  }

  @Test
  void a_pdf_is_kept_as_it_is_and_only_whole() throws IOException {
    Kept kept = ready(Photos.pdf());
    assertThat(kept.bytes()).isEqualTo(Photos.pdf());
    assertThat(kept.file().type()).isEqualTo(FileType.PDF);
    assertThat(kept.file().sha256()).hasSize(64);
    assertRefused(Arrays.copyOf(Photos.pdf(), Photos.pdf().length - 7), Reason.UNREADABLE);
  }

  @Test
  void an_upload_that_is_too_large_or_breaks_off_is_told_so() {
    InputStream endless =
        new InputStream() {
          private int left = 100_000;

          @Override
          public int read() {
            if (--left < 0) {
              throw new TooLarge(100_000);
            }
            return 1;
          }
        };
    assertThatThrownBy(() -> Upload.of(endless)).isInstanceOf(TooLarge.class);
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("reset");
          }
        };
    assertThatThrownBy(() -> Upload.of(broken)).isInstanceOf(UploadBrokeOff.class);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      delimiter = '|',
      value = {
        "现场照片.JPEG|现场照片.jpg",
        "C:\\fakepath\\a.png|a.jpg",
        "../../etc/passwd|passwd.jpg",
        "null|附件.jpg",
        "...|附件.jpg",
        "report.pdf.exe|report.pdf.jpg",
        "a\u202egpj.exe|agpj.jpg",
        "x\"<y>.jpg|x__y_.jpg"
      })
  void a_name_is_one_plain_line_and_ends_as_its_content(String given, String kept) {
    assertThat(FileName.clean(given, FileType.JPEG)).isEqualTo(kept);
  }

  @Test
  void a_long_name_is_cut_between_characters() {
    String rare = new String(Character.toChars(0x20000));
    assertThat(FileName.clean(rare.repeat(300), FileType.PDF)).isEqualTo(rare.repeat(100) + ".pdf");
  }

  private static Kept ready(byte[] content) throws IOException {
    try (Upload upload = Upload.of(new ByteArrayInputStream(content))) {
      ReadyFile file = ReadyFile.of(upload, NOW);
      byte[] bytes = file.content().open().readAllBytes();
      assertThat(bytes).hasSize((int) file.size());
      return new Kept(file, bytes);
    }
  }

  private static void assertRefused(byte[] content, Reason reason) {
    assertThatThrownBy(() -> ready(content))
        .isInstanceOfSatisfying(
            FileRefused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
