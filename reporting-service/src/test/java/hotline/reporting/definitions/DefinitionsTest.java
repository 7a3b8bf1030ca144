package hotline.reporting.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.reporting.daily.DailyFlow;
import hotline.reporting.definitions.Definition.Part;
import hotline.reporting.definitions.Definition.Text;
import hotline.reporting.headline.Counter;
import hotline.reporting.headline.Headline;
import hotline.reporting.headline.Period;
import hotline.reporting.headline.Rate;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every number is explained in both languages, and the formulas are those of the code. */
class DefinitionsTest {

  private static final Path DOCUMENT = Path.of("KPIS.md");

  @Test
  void every_definition_is_whole_in_chinese_and_in_english() {
    for (Definition one : Definitions.all()) {
      assertThat(one.code()).matches("[a-z_]+\\.[a-z_]+\\.v[1-9]");
      assertThat(one.since()).as(one.code()).isNotBlank();
      Stream.of(
              one.name(),
              one.formula(),
              one.leftOut(),
              one.countedBy(),
              one.denominator() == null ? one.name() : one.denominator(),
              one.version() == 1 ? one.name() : one.history())
          .forEach(text -> whole(one.code(), text));
    }
    assertThat(Definitions.all().stream().map(Definition::code)).doesNotHaveDuplicates();
    // What was frozen by an earlier version names it: that stays, and one counts now.
    assertThat(Definitions.current().stream().map(Definition::number)).doesNotHaveDuplicates();
    for (Definition old : Definitions.all()) {
      assertThat(
              Definitions.current().stream()
                  .filter(now -> now.number().equals(old.number()))
                  .map(Definition::version))
          .as(old.code())
          .hasSize(1)
          .allMatch(now -> old.superseded() ? now > old.version() : now == old.version());
    }
  }

  private static void whole(String code, Text text) {
    assertThat(text).as(code).isNotNull();
    assertThat(text.zh()).as(code).matches(".*\\p{IsHan}.*");
    assertThat(text.en()).as(code).isNotBlank().doesNotContainPattern("\\p{IsHan}");
  }

  @Test
  void every_counter_and_every_item_of_the_daily_report_is_in_a_definition() {
    Set<String> counters =
        Definitions.current().stream()
            .flatMap(one -> one.counters().values().stream())
            .flatMap(List::stream)
            .collect(Collectors.toSet());
    assertThat(counters)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Counter.values()).map(Enum::name).toList());
    assertThat(
            Definitions.current().stream()
                .map(Definition::flow)
                .filter(flow -> flow != null)
                .toList())
        .containsExactlyElementsOf(Arrays.stream(DailyFlow.values()).map(Enum::name).toList());
  }

  /** Each counter counts something else, so that no wrong sum is right by chance. */
  @Test
  void the_formulas_are_those_by_which_the_headline_is_counted() {
    Map<Counter, Long> counts = new EnumMap<>(Counter.class);
    long next = 1;
    for (Counter counter : Counter.values()) {
      counts.put(counter, next);
      next = next * 2 + 1;
    }
    // As of cases: what was done falsely was checked, and what is excluded is beside the rates of
    // who was rated for it.
    counts.put(Counter.SPOT_CHECKED, next);
    counts.put(Counter.RATING_EXCLUDED, counts.get(Counter.EXCLUDED));
    Headline headline = Headline.of(null, Period.ALL, null, null, counts, false);
    Headline.Rates rates = headline.rates();
    for (Rate rate :
        List.of(
            rates.responded(),
            rates.solved(),
            rates.satisfied(),
            rates.direct(),
            rates.excluded())) {
      Definition defined = Definitions.of(rate.code());
      assertThat(rate.numerator())
          .as(rate.code())
          .isEqualByComparingTo(
              BigDecimal.valueOf(sum(defined, "numerator", counts))
                  .add(new BigDecimal("0.5").multiply(bigSum(defined, "half", counts))));
      assertThat(rate.denominator()).isEqualTo(sum(defined, "denominator", counts));
      assertThat(rate.unknown()).isEqualTo(sum(defined, "unknown", counts));
      long excluded = rate.excluded() == null ? 0 : rate.excluded();
      long notScored = rate.notScored() == null ? 0 : rate.notScored();
      assertThat(excluded + notScored).isEqualTo(sum(defined, "leftOut", counts));
    }
    Definition fake = Definitions.of(rates.fakeClose().code());
    assertThat(rates.fakeClose().numerator()).isEqualTo(sum(fake, "numerator", counts));
    assertThat(rates.fakeClose().denominator()).isEqualTo(sum(fake, "denominator", counts));
    Definition open = Definitions.of("case.open.v1");
    assertThat(headline.open())
        .isEqualTo(sum(open, "numerator", counts) - sum(open, "minus", counts));
    counted(headline.accepted(), "case.accepted.v1", counts);
    counted(headline.closed(), "case.closed.v1", counts);
    counted(headline.satisfied(), "case.satisfied.v1", counts);
    counted(headline.overdue(), "case.overdue.v1", counts);
    counted(headline.withdrawn(), "case.withdrawn.v1", counts);
    counted(headline.reopened(), "case.reopened.v1", counts);
    counted(headline.disputed(), "case.disputed.v1", counts);
    counted(headline.ruled(), "case.ruled.v1", counts);
    counted(headline.excluded(), "case.excluded.v1", counts);
    counted(headline.ratingSetAside(), "case.rating_set_aside.v1", counts);
    counted(headline.splitOff(), "case.split_off.v1", counts);
    counted(headline.fromPaper(), "case.from_paper.v1", counts);
    counted(headline.fromOldSystem(), "case.from_old_system.v1", counts);
    counted(headline.selfRated(), "case.self_rated.v1", counts);
  }

  /** Of a unit another counter may stand for the same number; it is named as that. */
  @Test
  void the_formulas_are_those_by_which_units_are_counted() {
    Map<Counter, Long> counts = new EnumMap<>(Counter.class);
    long next = 1;
    for (Counter counter : Counter.values()) {
      counts.put(counter, next);
      next = next * 2 + 1;
    }
    counts.put(Counter.SPOT_CHECKED, next);
    Headline unit = Headline.of(null, Period.ALL, "cg", null, counts, true);
    Map<String, Long> shown =
        Map.of(
            "case.accepted.v1", unit.accepted(),
            "case.closed.v1", unit.closed(),
            "case.overdue.v1", unit.overdue(),
            "case.withdrawn.v1", unit.withdrawn(),
            "case.reopened.v1", unit.reopened(),
            "case.excluded.v1", unit.excluded(),
            "case.rating_set_aside.v1", unit.ratingSetAside());
    shown.forEach(
        (code, number) -> {
          Definition defined = Definitions.of(code);
          String part = defined.counters().containsKey("ofUnits") ? "ofUnits" : "numerator";
          assertThat(number).as(code).isEqualTo(sum(defined, part, counts));
        });
    assertThat(
            Definitions.current().stream()
                .filter(one -> one.counters().containsKey("ofUnits"))
                .map(Definition::code))
        .isSubsetOf(shown.keySet());
    for (Rate rate :
        List.of(unit.rates().responded(), unit.rates().solved(), unit.rates().satisfied())) {
      long excluded = rate.excluded() == null ? 0 : rate.excluded();
      assertThat(excluded + rate.notScored())
          .as(rate.code())
          .isEqualTo(sum(Definitions.of(rate.code()), "leftOut", counts));
    }
  }

  private static void counted(long shown, String code, Map<Counter, Long> counts) {
    assertThat(shown).as(code).isEqualTo(sum(Definitions.of(code), "numerator", counts));
  }

  private static long sum(Definition defined, String part, Map<Counter, Long> counts) {
    return defined.counters().getOrDefault(part, List.of()).stream()
        .mapToLong(name -> counts.get(Counter.valueOf(name)))
        .sum();
  }

  private static BigDecimal bigSum(Definition defined, String part, Map<Counter, Long> counts) {
    return BigDecimal.valueOf(sum(defined, part, counts));
  }

  @Test
  void a_rate_opens_the_list_of_its_numerator_and_of_its_denominator() {
    for (Definition one : Definitions.all()) {
      if (one.counters().containsKey("denominator")) {
        assertThat(one.lists().stream().map(Definition.PartList::part))
            .as(one.code())
            .contains(Part.NUMERATOR, Part.DENOMINATOR);
      }
    }
  }

  /** Written anew with {@code -Dkpis.write=true}. */
  @Test
  void the_document_says_what_the_service_says() throws IOException {
    String document = document();
    if (Boolean.getBoolean("kpis.write")) {
      Files.writeString(DOCUMENT, document);
    }
    assertThat(Files.readString(DOCUMENT)).isEqualTo(document);
  }

  private static String document() {
    StringBuilder text =
        new StringBuilder(
            """
            # What the numbers say 数字口径

            Written from `src/main/resources/definitions.json` by `DefinitionsTest` (`-Dkpis.write=true`), which also holds the formulas against the code. Served at
            `/reporting/api/definitions`, opened from every number of the cockpit, the daily report and the rankings.
            A version holds for all cases, also for those of before its release; what was frozen by an earlier one (editions, published rankings) keeps
            that, which stays here as superseded.
            """);
    for (Definition one : Definitions.all()) {
      text.append("\n## ")
          .append(one.name().zh())
          .append(' ')
          .append(one.name().en())
          .append("\n\n`")
          .append(one.code())
          .append("`, since ")
          .append(one.since())
          .append(one.superseded() ? ", superseded 已由新版取代" : "")
          .append("\n\n");
      line(text, "口径 Formula", one.formula());
      line(text, "分母 Denominator", one.denominator());
      line(text, "不计入 Left out", one.leftOut());
      line(text, "归期 Counted by", one.countedBy());
      line(text, "沿革 History", one.history());
      if (!one.lists().isEmpty()) {
        text.append("- 清单 Lists: ")
            .append(
                one.lists().stream()
                    .map(list -> list.part() + " `" + list.list() + "`")
                    .collect(Collectors.joining(", ")))
            .append('\n');
      }
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String title, Text said) {
    if (said != null) {
      text.append("- ")
          .append(title)
          .append(": ")
          .append(said.zh())
          .append(' ')
          .append(said.en())
          .append('\n');
    }
  }
}
