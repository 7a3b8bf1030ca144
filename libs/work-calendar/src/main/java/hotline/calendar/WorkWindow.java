package hotline.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import hotline.calendar.InputRefused.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A half-open span of a day's wall clock in which people work, in minutes from midnight; 24:00 is
 * allowed as its end.
 */
public record WorkWindow(int fromMinute, int toMinute) {

  private static final int DAY = 24 * 60;
  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,2}):([0-5]\\d)\\s*[-–]\\s*(\\d{1,2}):([0-5]\\d)");

  public WorkWindow {
    if (fromMinute < 0 || toMinute > DAY) {
      throw new InputRefused(Reason.WINDOW_UNREADABLE, text(fromMinute) + "-" + text(toMinute));
    }
    if (fromMinute >= toMinute) {
      throw new InputRefused(Reason.WINDOW_EMPTY, text(fromMinute) + "-" + text(toMinute));
    }
  }

  /** Reads {@code 08:30-12:00}. */
  @JsonCreator
  public static WorkWindow parse(String text) {
    Matcher matcher = TEXT.matcher(text == null ? "" : text.strip());
    if (!matcher.matches()) {
      throw new InputRefused(Reason.WINDOW_UNREADABLE, String.valueOf(text));
    }
    return new WorkWindow(
        minute(matcher.group(1), matcher.group(2)), minute(matcher.group(3), matcher.group(4)));
  }

  /** Reads several windows of one day, separated by commas, and refuses overlaps. */
  public static List<WorkWindow> parseAll(String text) {
    List<WorkWindow> windows = new ArrayList<>();
    for (String part : (text == null ? "" : text).split(",", -1)) {
      windows.add(parse(part));
    }
    return ordered(windows);
  }

  static List<WorkWindow> ordered(List<WorkWindow> windows) {
    List<WorkWindow> ordered = new ArrayList<>(windows);
    ordered.sort(Comparator.comparingInt(WorkWindow::fromMinute));
    for (int i = 1; i < ordered.size(); i++) {
      if (ordered.get(i).fromMinute < ordered.get(i - 1).toMinute) {
        throw new InputRefused(
            Reason.WINDOWS_OVERLAP, ordered.get(i - 1).format() + ", " + ordered.get(i).format());
      }
    }
    return List.copyOf(ordered);
  }

  public int minutes() {
    return toMinute - fromMinute;
  }

  @JsonValue
  public String format() {
    return text(fromMinute) + "-" + text(toMinute);
  }

  @Override
  public String toString() {
    return format();
  }

  private static int minute(String hours, String minutes) {
    return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
  }

  private static String text(int minute) {
    return String.format("%02d:%02d", Math.floorDiv(minute, 60), Math.floorMod(minute, 60));
  }
}
