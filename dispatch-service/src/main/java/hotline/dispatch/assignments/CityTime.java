package hotline.dispatch.assignments;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A moment as the people of the city read it in a sentence. */
public final class CityTime {

  /** Whose days are meant wherever a day is said. */
  public static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
  private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private CityTime() {}

  public static String zh(Instant moment) {
    return ZH.format(moment.atZone(CITY));
  }

  public static String en(Instant moment) {
    return EN.format(moment.atZone(CITY));
  }
}
