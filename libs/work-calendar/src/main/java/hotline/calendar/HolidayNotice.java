package hotline.calendar;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import hotline.calendar.InputRefused.Reason;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The yearly holiday notice of the State Council (放假通知): holidays and make-up work days. The year
 * is that of the notice; it may rule days of the December before.
 */
public record HolidayNotice(int year, List<String> papers, List<DayOverride> days) {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  public HolidayNotice {
    papers = List.copyOf(papers);
    days = List.copyOf(days);
    if (days.isEmpty()) {
      throw new InputRefused(Reason.NOTICE_EMPTY, String.valueOf(year));
    }
    Set<LocalDate> seen = new HashSet<>();
    for (DayOverride day : days) {
      if (!seen.add(day.date())) {
        throw new InputRefused(Reason.DATE_TWICE, day.date().toString());
      }
      if (!rules(year, day.date())) {
        throw new InputRefused(Reason.NOTICE_DATE_OUT_OF_YEAR, day.date() + " / " + year);
      }
    }
  }

  private static boolean rules(int year, LocalDate date) {
    return date.getYear() == year
        || (date.getYear() == year - 1 && date.getMonth() == Month.DECEMBER);
  }

  /**
   * Reads the shape of holiday-cn: {@code {"year", "papers": [], "days": [{"name", "date",
   * "isOffDay"}]}}.
   */
  public static HolidayNotice parseJson(String text) {
    JsonNode root;
    try {
      root = JSON.readTree(text == null ? "" : text);
    } catch (JsonProcessingException broken) {
      throw new InputRefused(Reason.NOTICE_UNREADABLE, broken.getOriginalMessage());
    }
    int year = required(root, "year", root.path("year").isInt()).intValue();
    List<String> papers = new ArrayList<>();
    root.path("papers").forEach(paper -> papers.add(paper.asText()));
    List<DayOverride> days = new ArrayList<>();
    for (JsonNode day : required(root, "days", root.path("days").isArray())) {
      days.add(day(day));
    }
    return new HolidayNotice(year, papers, days);
  }

  private static DayOverride day(JsonNode day) {
    String name = required(day, "name", day.path("name").isTextual()).textValue();
    String date = required(day, "date", day.path("date").isTextual()).textValue();
    boolean off = required(day, "isOffDay", day.path("isOffDay").isBoolean()).booleanValue();
    try {
      return new DayOverride(LocalDate.parse(date), !off, List.of(), name);
    } catch (DateTimeException notADate) {
      throw new InputRefused(Reason.NOTICE_UNREADABLE, "date = " + date);
    }
  }

  private static JsonNode required(JsonNode parent, String field, boolean fits) {
    if (!fits) {
      throw new InputRefused(Reason.NOTICE_UNREADABLE, field + " = " + parent.path(field));
    }
    return parent.get(field);
  }
}
