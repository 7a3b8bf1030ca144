package hotline.reporting.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.access.Actor;
import hotline.access.Forbidden;
import hotline.access.Invalid;
import hotline.access.Role;
import hotline.lifecycle.ErratumReason;
import hotline.lifecycle.RankedUnit;
import hotline.lifecycle.RankingCorrected;
import hotline.lifecycle.RankingPublished;
import hotline.lifecycle.RankingRule;
import hotline.reporting.directory.DirectoryNames;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RankingStepsTest {

  private static final Instant UNTIL = Instant.parse("2026-04-07T09:30:00Z");
  private static final Actor FIRST = actor("first");
  private static final Actor SECOND = actor("second");

  @Test
  void units_object_until_the_deadline_and_that_moment_is_in_time() {
    Ranking ranking = ranking(RankingStatus.CHECK);
    assertThatCode(() -> ranking.requireOpenToObjections(UNTIL)).doesNotThrowAnyException();
    assertThatThrownBy(() -> ranking.requireOpenToObjections(UNTIL.plusSeconds(1)))
        .isInstanceOf(RankingRefusal.class)
        .hasMessageContaining("check-window-passed");
    assertThat(ranking.isOpenToObjections(UNTIL)).isTrue();
    assertThat(ranking(RankingStatus.PUBLISHED).isOpenToObjections(UNTIL)).isFalse();
  }

  @Test
  void a_ranking_is_frozen_by_a_second_person_after_the_window_with_nothing_open() {
    Ranking ranking = ranking(RankingStatus.CHECK);
    Instant after = UNTIL.plusSeconds(1);
    assertThatCode(() -> ranking.requireFreezable(SECOND, after, 0)).doesNotThrowAnyException();
    assertThatThrownBy(() -> ranking.requireFreezable(FIRST, after, 0))
        .isInstanceOf(NotTheSecondPerson.class);
    assertThatThrownBy(() -> ranking.requireFreezable(actor("taker"), after, 0))
        .isInstanceOf(NotTheSecondPerson.class);
    assertThatThrownBy(() -> ranking.requireFreezable(SECOND, UNTIL, 0))
        .hasMessageContaining("check-window-open");
    assertThatThrownBy(() -> ranking.requireFreezable(SECOND, after, 1))
        .hasMessageContaining("objections-open");
    assertThatThrownBy(() -> ranking(RankingStatus.PUBLISHED).requireFreezable(SECOND, after, 0))
        .hasMessageContaining("ranking-moved-on");
  }

  @Test
  void an_erratum_tells_old_and_new_of_what_differs_and_of_nothing_else() {
    RankedUnit a = line("a", "90.0", 1);
    RankedUnit same = line("a", "90", 1);
    RankedUnit b = line("b", "80", 2);
    RankedUnit mended = line("b", "95", 1);
    RankedUnit gone = line("c", "70", 3);
    List<Published.Change> differences =
        Published.differences(List.of(a, b, gone), List.of(mended, same));
    assertThat(differences)
        .containsExactly(
            new Published.Change("b", b, mended), new Published.Change("c", gone, null));
  }

  @Test
  void nobody_decides_what_they_or_those_above_and_below_them_object_to() {
    DirectoryNames.Unit street =
        new DirectoryNames.Unit("street", "/center/d1/street", "街道", 3, true);
    Objection objection =
        new Objection(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "street",
            "x",
            Objection.Status.OPEN,
            0,
            "raiser",
            UNTIL,
            null,
            null,
            null);
    assertThatCode(() -> DecideObjection.requireNotOfTheUnit(street, objection, FIRST))
        .doesNotThrowAnyException();
    for (Actor partial :
        List.of(
            actor("raiser"),
            of("leader-and-clerk", "/center/d1", Role.ASSESSMENT_CLERK, Role.UNIT_LEADER),
            of("below", "/center/d1/street/x", Role.ASSESSMENT_CLERK))) {
      assertThatThrownBy(() -> DecideObjection.requireNotOfTheUnit(street, objection, partial))
          .as(partial.userId())
          .isInstanceOf(Forbidden.class);
    }
    assertThatThrownBy(() -> DecideObjection.requireNotOfTheUnit(null, objection, FIRST))
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void a_rule_reaches_back_when_it_is_valid_from_a_day_that_has_been_or_from_ever() {
    LocalDate today = LocalDate.of(2026, 4, 7);
    RankingRule shipped = Presets.THREE_RATES.rule();
    assertThat(RulePolicy.reachesBack(shipped, today)).isTrue();
    assertThat(RulePolicy.reachesBack(validFrom(shipped, today.minusDays(1)), today)).isTrue();
    assertThat(RulePolicy.reachesBack(validFrom(shipped, today), today)).isFalse();
  }

  @Test
  void a_rule_that_reaches_back_is_confirmed_by_another_and_while_nothing_else_was_adopted() {
    ProposedRule proposed =
        new ProposedRule(UUID.randomUUID(), Presets.THREE_RATES.rule(), 3, FIRST.userId(), UNTIL);
    assertThatCode(() -> proposed.requireConfirmable(3, SECOND)).doesNotThrowAnyException();
    assertThatThrownBy(() -> proposed.requireConfirmable(3, FIRST))
        .isInstanceOf(NotTheSecondPerson.class);
    assertThatThrownBy(() -> proposed.requireConfirmable(4, SECOND))
        .hasMessageContaining("rule-overtaken");
  }

  private static RankingRule validFrom(RankingRule rule, LocalDate day) {
    return new RankingRule(
        rule.version(),
        rule.preset(),
        rule.nameZh(),
        rule.nameEn(),
        day,
        rule.validTo(),
        rule.minCases(),
        rule.shrinkage(),
        rule.checkLimit(),
        rule.tiers(),
        rule.terms());
  }

  @Test
  void a_rule_says_everything_that_is_wrong_with_it() {
    RankingRule wrong =
        new RankingRule(
            0,
            " ",
            "规则",
            null,
            LocalDate.of(2026, 3, 1),
            LocalDate.of(2026, 3, 1),
            0,
            0,
            "soon",
            List.of(),
            List.of(
                new RankingRule.Term(
                    "made.up.v1", BigDecimal.ZERO, null, BigDecimal.ONE, BigDecimal.ONE, null)));
    assertThatThrownBy(() -> RulePolicy.check(wrong))
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid ->
                assertThat(invalid.violations())
                    .extracting(violation -> violation.field())
                    .contains(
                        "preset",
                        "nameEn",
                        "validTo",
                        "minCases",
                        "shrinkage",
                        "checkLimit",
                        "tiers",
                        "terms[0].kpi",
                        "terms[0].weight",
                        "terms[0].floor",
                        "terms[0].direction",
                        "terms[0].transform"));
  }

  @Test
  void units_have_a_day_at_least_to_look() {
    for (String enough : List.of("3wd", "1nd")) {
      assertThatCode(() -> RulePolicy.requireDays(enough)).doesNotThrowAnyException();
    }
    for (String tooShort : List.of("1nm", "23nh", "2wh", "0wd")) {
      assertThatThrownBy(() -> RulePolicy.requireDays(tooShort)).isInstanceOf(Invalid.class);
    }
  }

  @Test
  void a_thousand_units_and_an_erratum_to_each_fit_their_records() {
    Editions editions = new Editions(null, null);
    Ranking ranking = ranking(RankingStatus.CHECK);
    assertThatCode(() -> editions.requireFits(published(ranking, 1_000)))
        .doesNotThrowAnyException();
    assertThatCode(() -> editions.requireFits(corrected(ranking, 1_300)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> editions.requireFits(published(ranking, 3_000)))
        .hasMessageContaining("ranking-too-large");
  }

  private static RankingPublished published(Ranking ranking, int units) {
    return ranking.published(new Snapshot(1, UNTIL, "0".repeat(64), lines(units)), "x", UNTIL);
  }

  private static RankingCorrected corrected(Ranking ranking, int units) {
    return new RankingCorrected(
        ranking.rankingId(),
        ranking.from(),
        ranking.to(),
        1,
        UNTIL,
        1,
        "0".repeat(64),
        ErratumReason.WRONG_INPUT,
        "更".repeat(2000),
        "first",
        UNTIL,
        "second",
        UNTIL,
        lines(units).stream()
            .map(line -> new RankingCorrected.Correction(line.unitId(), line))
            .toList());
  }

  private static List<RankedUnit> lines(int units) {
    BigDecimal six = new BigDecimal("0.994532");
    return IntStream.range(0, units)
        .mapToObj(
            i ->
                new RankedUnit(
                    "unit-" + (100_000 + i),
                    "departments",
                    new BigDecimal("99.453221"),
                    new BigDecimal("98.453221"),
                    new BigDecimal("99.953221"),
                    i + 1,
                    1,
                    null,
                    1000,
                    null,
                    1000,
                    1000,
                    10,
                    10,
                    10,
                    10,
                    Stream.of(Kpi.RESPONDED, Kpi.SOLVED, Kpi.SATISFIED)
                        .map(
                            kpi ->
                                new RankedUnit.RankedRate(
                                    kpi.code(), BigDecimal.valueOf(900), 1000, 10, six, six, six))
                        .toList()))
        .toList();
  }

  private static RankedUnit line(String unit, String score, int rank) {
    return new RankedUnit(
        unit,
        "departments",
        new BigDecimal(score),
        new BigDecimal("60"),
        new BigDecimal("99"),
        rank,
        1,
        null,
        40,
        null,
        40,
        40,
        0,
        0,
        0,
        0,
        List.of());
  }

  private static Ranking ranking(RankingStatus status) {
    return new Ranking(
        UUID.randomUUID(),
        LocalDate.of(2026, 3, 1),
        LocalDate.of(2026, 4, 1),
        status,
        0,
        Presets.THREE_RATES.rule(),
        2,
        "taker",
        "first",
        UNTIL.minusSeconds(1000),
        UNTIL,
        null,
        null);
  }

  private static Actor of(String userId, String path, Role... roles) {
    return new Actor(userId, userId, Set.of(roles), "d1", path, null, userId);
  }

  private static Actor actor(String userId) {
    return new Actor(
        userId, userId, Set.of(Role.ASSESSMENT_CLERK), "center", "/center", null, userId);
  }
}
