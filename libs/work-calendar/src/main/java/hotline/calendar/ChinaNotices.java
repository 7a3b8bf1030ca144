package hotline.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The notices that ship with this library. */
final class ChinaNotices {

  static final WorkCalendar CALENDAR = read();

  private ChinaNotices() {}

  private static WorkCalendar read() {
    Map<Integer, List<DayOverride>> days = new TreeMap<>();
    try (InputStream file = ChinaNotices.class.getResourceAsStream("holiday-cn.csv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(",");
        days.computeIfAbsent(Integer.valueOf(cells[3]), year -> new ArrayList<>())
            .add(
                new DayOverride(
                    LocalDate.parse(cells[0]),
                    !Boolean.parseBoolean(cells[2]),
                    List.of(),
                    cells[1]));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    WorkCalendarBuilder builder = WorkCalendar.builder();
    days.forEach((year, listed) -> builder.notice(new HolidayNotice(year, List.of(), listed)));
    return builder.build();
  }
}
