package hotline.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * What a calendar says of one date; the name is that of the holiday, the make-up day or the special
 * day, or empty.
 */
public record CalendarDay(
    LocalDate date, Kind kind, List<WorkWindow> windows, String name, boolean guessed) {

  /** Why a date is a work day or not. */
  public enum Kind {
    WORK_DAY("工作日", "work day"),
    MAKE_UP_DAY("调休上班日", "make-up work day"),
    REST_DAY("休息日", "weekly rest day"),
    HOLIDAY("节假日", "holiday"),
    DAY_OFF("本单位休息日", "day off of this organisation");

    private final String zh;
    private final String en;

    Kind(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    public String zh() {
      return zh;
    }

    public String en() {
      return en;
    }
  }

  public boolean isWorkDay() {
    return !windows.isEmpty();
  }

  public int workMinutes() {
    return windows.stream().mapToInt(WorkWindow::minutes).sum();
  }
}
