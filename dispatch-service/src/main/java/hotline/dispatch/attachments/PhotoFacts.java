package hotline.dispatch.attachments;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.jpeg.JpegReader;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;

/**
 * What a JPEG says about itself (EXIF), read before it is kept without.
 *
 * @param orientation 1 to 8 as EXIF numbers them; 1 is upright
 * @param progressive whether a decoder has to hold all of it at once; also when that is not known
 * @param takenAt null when it does not say so, or says what cannot be
 * @param latitude null when it does not say so
 */
record PhotoFacts(
    int orientation,
    boolean progressive,
    Instant takenAt,
    BigDecimal latitude,
    BigDecimal longitude) {

  static final PhotoFacts NONE = new PhotoFacts(1, false, null, null, null);

  private static final PhotoFacts UNKNOWN = new PhotoFacts(1, true, null, null, null);
  private static final int BASELINE = 0;
  private static final int EXTENDED = 1;
  // A camera's clock says the time of the city unless it names another zone.
  private static final TimeZone CITY = TimeZone.getTimeZone("Asia/Shanghai");
  private static final Instant FIRST_CAMERAS = Instant.parse("1990-01-01T00:00:00Z");
  // About a hundred metres: enough to tell the street, and not the door.
  private static final int DECIMALS = 3;

  /** Never fails: a photo whose EXIF is broken is a photo without. */
  static PhotoFacts of(InputStream jpeg, Instant now) {
    Metadata read;
    try {
      // Only these segments: what else a file may carry (XMP, profiles) is nobody's business here.
      read = JpegMetadataReader.readMetadata(jpeg, List.of(new ExifReader(), new JpegReader()));
    } catch (ImageProcessingException | IOException | RuntimeException broken) {
      return UNKNOWN;
    }
    GeoLocation place = place(read);
    return new PhotoFacts(
        orientation(read),
        isProgressive(read),
        takenAt(read, now),
        place == null ? null : rounded(place.getLatitude()),
        place == null ? null : rounded(place.getLongitude()));
  }

  private static int orientation(Metadata read) {
    try {
      ExifIFD0Directory main = read.getFirstDirectoryOfType(ExifIFD0Directory.class);
      int says =
          main == null || !main.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
              ? 1
              : main.getInt(ExifIFD0Directory.TAG_ORIENTATION);
      return says >= 1 && says <= 8 ? says : 1;
    } catch (MetadataException unreadable) {
      return 1;
    }
  }

  private static boolean isProgressive(Metadata read) {
    JpegDirectory frame = read.getFirstDirectoryOfType(JpegDirectory.class);
    Integer type = frame == null ? null : frame.getInteger(JpegDirectory.TAG_COMPRESSION_TYPE);
    return type == null || (type != BASELINE && type != EXTENDED);
  }

  private static Instant takenAt(Metadata read, Instant now) {
    ExifSubIFDDirectory exif = read.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
    Date date = exif == null ? null : exif.getDateOriginal(CITY);
    Instant taken = date == null ? null : date.toInstant();
    return taken != null
            && taken.isAfter(FIRST_CAMERAS)
            && taken.isBefore(now.plus(Duration.ofDays(1)))
        ? taken
        : null;
  }

  private static GeoLocation place(Metadata read) {
    GpsDirectory gps = read.getFirstDirectoryOfType(GpsDirectory.class);
    GeoLocation place = gps == null ? null : gps.getGeoLocation();
    return place != null
            && !place.isZero()
            && Math.abs(place.getLatitude()) <= 90
            && Math.abs(place.getLongitude()) <= 180
        ? place
        : null;
  }

  private static BigDecimal rounded(double degrees) {
    return BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}
