package hotline.reporting.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.reporting.definitions.Definition;
import hotline.reporting.definitions.Definitions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was printed and signed reads the same in every later version. */
class EditionContentTest {

  private static final Instant MADE = Instant.parse("2026-03-02T00:01:30Z");

  @ParameterizedTest
  @ValueSource(strings = {"first", "format-1"})
  void an_edition_of_every_earlier_version_reads_as_it_was_frozen(String kept) throws IOException {
    DailyReport report = EditionContent.read(json(kept));
    assertThat(report.issue()).isEqualTo(60);
    assertThat(report.asOf()).isEqualTo(Instant.parse("2026-03-02T00:00:03Z"));
    // A flow that a newer version counts is not shown by this one.
    assertThat(report.flows())
        .containsExactly(
            new DailyReport.Flow(DailyFlow.REGISTERED, "daily.registered.v1", 120, 110, 90),
            new DailyReport.Flow(DailyFlow.CLOSED, "daily.closed.v1", 80, 81, 82),
            new DailyReport.Flow(DailyFlow.OVERDUE, "daily.overdue.v1", 7, 8, 9));
    assertThat(report.ratings().responded().numerator()).isEqualByComparingTo("9");
    assertThat(report.ratings().solved().numerator()).isEqualByComparingTo("6.5");
    assertThat(report.ratings().solved().partly()).isEqualTo(3);
    assertThat(report.ratings().solved().excluded()).isEqualTo(1);
    assertThat(report.ratings().satisfied().unknown()).isEqualTo(12);
    assertThat(report.ratings().satisfied().reason()).isEqualTo("no_cases");
    assertThat(report.categories())
        .containsExactly(new DailyReport.Category("010102", "路灯故障", 31, 29));
    assertThat(report.units()).containsExactly(new DailyReport.Unit("cg", "城市管理局", 40, 5));
    assertThat(report.now().open()).isEqualTo(390);
    assertThat(report.now().overdue()).isEqualTo(21);
    // What is kept anew is read the same.
    assertThat(EditionContent.read(EditionContent.write(report))).isEqualTo(report);
    assertThat(DailyBulletin.of(edition(report))).isNotEmpty();
  }

  @Test
  void a_number_that_is_missing_is_never_taken_for_zero() throws IOException {
    for (String number : List.of("\"count\"", "\"overdue\"", "\"denominator\"", "\"issue\"")) {
      String without = json("first").replace(number, "\"renamed\"");
      assertThatThrownBy(() -> EditionContent.read(without))
          .as(number)
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void every_flow_is_counted_by_the_present_version_of_its_definition() {
    List<String> current = Definitions.current().stream().map(Definition::code).toList();
    assertThat(Arrays.stream(DailyFlow.values()).map(DailyFlow::definition)).isSubsetOf(current);
    assertThat(current).contains(DailyReport.CATEGORIES_CODE, DailyReport.UNITS_CODE);
  }

  @Test
  void an_edition_is_compared_with_what_knows_at_least_as_much() throws IOException {
    DailyReport frozen = EditionContent.read(json("format-1"));
    Map<DailyFlow, Set<String>> lists = Map.of(DailyFlow.REGISTERED, Set.of("2603010000017"));
    // In a rebuild: the day is read, the morning after it is not.
    Instant midnight = DueEditions.end(frozen.date());
    EditionView half =
        EditionView.of(edition(frozen), lists, known(frozen, midnight), Map.of(), MADE);
    assertThat(half.compared()).isFalse();
    assertThat(half.comparedUntil()).isNull();
    assertThat(half.corrected()).isEmpty();

    Instant read = frozen.asOf().plusSeconds(60);
    EditionView whole = EditionView.of(edition(frozen), lists, known(frozen, read), Map.of(), MADE);
    assertThat(whole.compared()).isTrue();
    assertThat(whole.corrected()).extracting(EditionView.Correction::removed).containsExactly(1L);
    // All of that is read, and the days since are not.
    assertThat(
            EditionView.of(
                    edition(frozen),
                    lists,
                    known(frozen, read),
                    Map.of(),
                    MADE.plus(DueEditions.LAG).plusSeconds(60))
                .compared())
        .isFalse();
  }

  @Test
  void what_another_version_of_a_definition_counts_is_no_correction() throws IOException {
    DailyReport frozen =
        EditionContent.read(json("format-1").replace("daily.closed.v1", "daily.closed.v0"));
    EditionView view =
        EditionView.of(
            edition(frozen),
            Map.of(DailyFlow.CLOSED, Set.of("2603010000017")),
            known(frozen, frozen.asOf()),
            Map.of(),
            MADE);
    assertThat(view.redefined()).containsExactly("CLOSED");
    assertThat(view.corrected()).isEmpty();
  }

  @Test
  void categories_and_units_of_another_definition_are_not_compared() throws IOException {
    DailyReport now = EditionContent.read(json("format-1"));
    String kept = EditionContent.write(now);
    DailyReport frozen =
        EditionContent.read(
            kept.replace("daily.categories.v1", "daily.categories.v0")
                .replace("daily.units.v1", "daily.units.v0")
                .replace("\"cg\"", "\"sw\"")
                .replace("010102", "010103"));
    EditionView view = EditionView.of(edition(frozen), Map.of(), now, Map.of(), MADE);
    assertThat(view.redefined()).containsExactly("categories", "units");
    assertThat(view.alsoCorrected()).isEmpty();
  }

  private static DailyEdition edition(DailyReport report) {
    return new DailyEdition(report.date(), MADE, null, report.asOf(), report, 0, 0, null, null);
  }

  /** The same report at another moment. */
  private static DailyReport known(DailyReport report, Instant until) {
    String json = EditionContent.write(report).replace(report.asOf().toString(), until.toString());
    return EditionContent.read(json);
  }

  private static String json(String kept) throws IOException {
    try (InputStream in =
        EditionContentTest.class.getResourceAsStream("/editions/" + kept + ".json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
