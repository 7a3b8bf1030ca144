package hotline.lifecycle;

import hotline.calendar.DayOverride;
import hotline.calendar.HolidayNotice;
import hotline.calendar.WorkCalendar;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One believable, fixed example of every event and state record. */
final class Samples {

  static final UUID ID = UUID.fromString("019353a0-7a3c-7c11-8f6e-3a1d5b2c9e40");
  static final Instant TIME = Instant.parse("2026-03-02T01:15:30Z");

  private Samples() {}

  static LifecycleEvent of(EventType type) {
    return (LifecycleEvent) record(type.record(), SampleStory.of(type));
  }

  /** As the first sample but for what this one tells. */
  static LifecycleEvent of(EventType type, SampleStory.Other other) {
    Map<String, Object> told = new HashMap<>(SampleStory.of(type));
    told.putAll(other.fields());
    return (LifecycleEvent) record(type.record(), told);
  }

  static Envelope envelope(EventType type) {
    return new Envelope(
        UUID.fromString("019353a0-8b10-7d52-9a0f-60d1e2f3a4b5"),
        type.source(),
        ID,
        "2603020000174",
        TIME,
        TIME,
        1,
        type.source() == Source.INTAKE
            ? null
            : UUID.fromString("019353a0-7f00-7000-8000-000000000001"),
        "0b5c9f0e-6a0d-4a53-9a3b-1f2e3d4c5b6a",
        type.source() == Source.DISPATCH ? "cg" : null,
        null);
  }

  static CaseFile caseFile() {
    return new CaseFile(
        ID,
        "2603020000174",
        2,
        "小区西门路灯不亮",
        "阜安街道某小区西门外三盏路灯连续三天不亮，晚上老人出行不便，联系电话138****0000。",
        "尽快修复路灯",
        "阜安街道广州北路与福州南路路口东侧",
        false,
        null,
        List.of(new CaseFile.Supplement(1, TIME, "今晚第四天，仍未修复")),
        TIME);
  }

  static PublicReply publicReply() {
    return new PublicReply(
        ID,
        "2603020000174",
        1,
        List.of(
            new PublicReply.Answer(
                1,
                "cg",
                false,
                Instant.parse("2026-03-05T06:20:00Z"),
                Instant.parse("2026-03-05T08:05:00Z"),
                "您反映的三盏路灯已于今日修复，感谢监督。")),
        List.of(),
        Instant.parse("2026-03-05T08:05:00Z"));
  }

  static List<DirectoryEntry> directory() {
    return List.of(
        new DirectoryEntry.Unit(
            "cg", "center", "/center/cg", "城市管理局", "Urban Management Bureau", 2, null, true),
        new DirectoryEntry.Place(
            "370281001", "370281", "/3702/370281/370281001", "阜安街道", "street", true),
        new DirectoryEntry.Category(
            "010102", "0101", "/01/0101/010102", "路灯故障", "Street light out", 3, true));
  }

  /** A city with a summer variant, one notice and a day off of its own. */
  static CalendarInForce calendar() {
    return CalendarInForce.of(
        2,
        TIME,
        WorkCalendar.builder()
            .summer(MonthDay.of(6, 1), MonthDay.of(9, 30), "08:30-12:00,14:00-18:00")
            .notice(
                new HolidayNotice(
                    2026,
                    List.of(),
                    List.of(
                        DayOverride.dayOff(LocalDate.of(2026, 10, 1), "国庆节"),
                        DayOverride.workDay(LocalDate.of(2026, 10, 10), "国庆节"))))
            .override(DayOverride.workDay(LocalDate.of(2026, 11, 28), "09:00-12:00", "政务开放日"))
            .build());
  }

  /** A month with one ranked unit and one that had too few cases, and the first erratum to it. */
  static List<RankingEdition> rankings() {
    RankingRule rule =
        new RankingRule(
            1,
            "three-rates",
            "三率考核",
            "Three rates",
            LocalDate.of(2026, 1, 1),
            null,
            30,
            null,
            "3wd",
            List.of(
                new RankingRule.Tier(
                    "departments", "市直部门", "Departments", List.of(2), false, List.of())),
            List.of(
                new RankingRule.Term(
                    "eval.satisfied.v2",
                    BigDecimal.ONE,
                    KpiDirection.HIGHER_IS_BETTER,
                    BigDecimal.ZERO,
                    BigDecimal.ONE,
                    KpiTransform.LINEAR)));
    RankedUnit first = ranked("cg", 1, null, 36, 40, "90", "76.9454", "96.0419", "0.9");
    RankedUnit mended = ranked("cg", 1, null, 37, 40, "92.5", "80.1365", "97.4197", "0.925");
    RankedUnit few =
        ranked("zj", null, NotRanked.TOO_FEW_CASES, 22, 22, "100", "85.1340", "100", "1");
    LocalDate from = LocalDate.of(2026, 3, 1);
    LocalDate to = LocalDate.of(2026, 4, 1);
    String hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    Instant submitted = Instant.parse("2026-04-02T01:00:00Z");
    Instant published = Instant.parse("2026-04-08T01:00:00Z");
    return List.of(
        new RankingPublished(
            ID,
            from,
            to,
            0,
            submitted,
            70,
            hash,
            rule,
            "user-1",
            submitted,
            "user-2",
            published,
            List.of(first, few)),
        new RankingCorrected(
            ID,
            from,
            to,
            1,
            published.plusSeconds(86_400),
            70,
            hash,
            ErratumReason.DECISION_ON_APPEAL,
            "一件工单的评价经申诉剔除。",
            "user-1",
            published.plusSeconds(86_400),
            "user-2",
            published.plusSeconds(90_000),
            List.of(new RankingCorrected.Correction("cg", mended))));
  }

  private static RankedUnit ranked(
      String unit,
      Integer rank,
      NotRanked why,
      long satisfied,
      long answers,
      String score,
      String low,
      String high,
      String value) {
    return new RankedUnit(
        unit,
        "departments",
        new BigDecimal(score),
        new BigDecimal(low),
        new BigDecimal(high),
        rank,
        rank,
        why,
        answers,
        null,
        answers + 3,
        answers + 1,
        1,
        0,
        2,
        0,
        List.of(
            new RankedUnit.RankedRate(
                "eval.satisfied.v2",
                BigDecimal.valueOf(satisfied),
                answers,
                0,
                new BigDecimal(value),
                new BigDecimal(low).movePointLeft(2),
                new BigDecimal(high).movePointLeft(2))));
  }

  private static Object record(Class<?> type, Map<String, Object> told) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    Set<String> untold = new HashSet<>(told.keySet());
    for (int i = 0; i < components.length; i++) {
      String name = components[i].getName();
      types[i] = components[i].getType();
      values[i] = told.containsKey(name) ? told.get(name) : value(components[i]);
      if (values[i] == SampleStory.ABSENT) {
        values[i] = null;
      } else if (values[i] == SampleStory.THERE) {
        values[i] = value(components[i]);
      }
      untold.remove(name);
    }
    if (!untold.isEmpty()) {
      throw new IllegalStateException(type + " has no field " + untold);
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("No sample of " + type, e);
    }
  }

  private static Object value(RecordComponent component) {
    String name = component.getName();
    Class<?> type = component.getType();
    Object told = SampleStory.of(name);
    if (told != null) {
      return told;
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type == UUID.class) {
      return id(name);
    }
    if (type == Instant.class) {
      throw new IllegalStateException("Say in SampleStory when " + name + " is");
    }
    if (type == boolean.class) {
      return false;
    }
    if (type == Boolean.class) {
      return true;
    }
    if (type == int.class || type == Integer.class) {
      return 1;
    }
    if (type == long.class) {
      throw new IllegalStateException("Say in SampleStory how many " + name + " are");
    }
    if (type == List.class) {
      Class<?> of =
          (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
      if (of == UUID.class) {
        return List.of(id(name));
      }
      if (of.isEnum()) {
        return List.of(of.getEnumConstants()[0]);
      }
      throw new IllegalStateException("Say in SampleStory which " + name + " are");
    }
    return FieldNames.of(name).example();
  }

  /** Another one for each field, the same in every event that has it. */
  private static UUID id(String field) {
    return UUID.fromString(
        "019cac1d-%04x-7e63-8b1a-71e2f3a4b5c6".formatted(field.hashCode() & 0xffff));
  }
}
