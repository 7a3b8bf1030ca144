package hotline.evaluation.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.access.Actor;
import hotline.access.Forbidden;
import hotline.access.Role;
import hotline.evaluation.callbacks.Callback;
import hotline.evaluation.callbacks.EndedCallbacks;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.cases.Speaker;
import hotline.lifecycle.AppealDismissed;
import hotline.lifecycle.AppealFiled;
import hotline.lifecycle.AppealGround;
import hotline.lifecycle.AppealUpheld;
import hotline.lifecycle.CaseExcluded;
import hotline.lifecycle.CaseExclusionRefused;
import hotline.lifecycle.CaseExclusionRequested;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.ExclusionReason;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScoreRequestTest {

  private static final Instant CLOSED = Instant.parse("2026-11-23T02:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-11-30T02:00:00Z");
  private static final List<String> HANDS = List.of("the handler", "the reviewer");
  private static final Actor ONE = clerk("one", "/center");
  private static final Actor OTHER = clerk("other", "/center");

  private final HotlineCase about = HotlineCase.unheard(UUID.randomUUID(), "2611230000017");
  private final Callback rated = EndedCallbacks.rated(about, 1, CLOSED, UNTIL);

  @Test
  void what_one_has_reviewed_another_confirms() {
    ScoreRequest request = exclusion();
    assertThat(request.asked())
        .isEqualTo(
            new CaseExclusionRequested(
                request.requestId(), 1, "cg", ExclusionReason.LEGAL_PROCEDURE));

    request.proposed(true, "已进入诉讼程序", ONE, HANDS, CLOSED);
    assertThat(request.status()).isEqualTo(ScoreRequestStatus.CONFIRMING);

    assertThat(request.confirmed(OTHER, HANDS, CLOSED))
        .isEqualTo(new CaseExcluded(request.requestId(), 1, "cg", ExclusionReason.LEGAL_PROCEDURE));
    assertThat(request.status()).isEqualTo(ScoreRequestStatus.GRANTED);
  }

  @Test
  void a_refusal_is_confirmed_by_another_as_well() {
    ScoreRequest request = exclusion();
    request.proposed(false, "材料不足", ONE, HANDS, CLOSED);

    assertThat(request.confirmed(OTHER, HANDS, CLOSED)).isInstanceOf(CaseExclusionRefused.class);
    assertThat(request.status()).isEqualTo(ScoreRequestStatus.REFUSED);
  }

  @Test
  void an_appeal_says_whether_the_rating_counts() {
    ScoreRequest upheld = appeal();
    assertThat(upheld.asked())
        .isEqualTo(new AppealFiled(upheld.requestId(), 1, "cg", AppealGround.OTHER_UNIT));
    upheld.proposed(true, "评价的是另一单位", ONE, HANDS, CLOSED);
    assertThat(upheld.confirmed(OTHER, HANDS, CLOSED)).isInstanceOf(AppealUpheld.class);

    ScoreRequest dismissed = appeal();
    dismissed.proposed(false, "录音与记录一致", ONE, HANDS, CLOSED);
    assertThat(dismissed.confirmed(OTHER, HANDS, CLOSED)).isInstanceOf(AppealDismissed.class);
    assertThat(rated.rating().satisfied()).isEqualTo(hotline.lifecycle.Answer.NO);
  }

  @Test
  void nobody_confirms_the_own_review_but_may_take_it_back() {
    ScoreRequest request = exclusion();
    request.proposed(true, "属实", ONE, HANDS, CLOSED);

    assertThatThrownBy(() -> request.confirmed(ONE, HANDS, CLOSED))
        .isInstanceOfSatisfying(
            Forbidden.class, refused -> assertThat(refused.slug()).isEqualTo("same-person"));

    request.sentBack("看错了材料", ONE, HANDS);
    assertThat(request.status()).isEqualTo(ScoreRequestStatus.REVIEWING);
    // Whoever would have confirmed may review it now, and the first confirms.
    request.proposed(false, "不属该情形", OTHER, HANDS, CLOSED);
    assertThat(request.confirmed(ONE, HANDS, CLOSED)).isInstanceOf(CaseExclusionRefused.class);
  }

  @Test
  void nobody_of_the_unit_and_nobody_who_had_a_part_in_the_case_decides() {
    for (Actor judge :
        List.of(
            clerk("x", "/center/cg"),
            clerk("x", "/center/cg/cg-1"),
            clerk("the handler", "/center"),
            clerk("the reviewer", "/center"),
            clerk("the agent", "/center"),
            clerk("the clerk", "/center"))) {
      assertThatThrownBy(() -> exclusion().proposed(true, "好", judge, HANDS, CLOSED))
          .as("%s", judge)
          .isInstanceOf(Forbidden.class);
      ScoreRequest proposed = exclusion();
      proposed.proposed(true, "好", ONE, HANDS, CLOSED);
      assertThatThrownBy(() -> proposed.confirmed(judge, HANDS, CLOSED))
          .as("%s", judge)
          .isInstanceOf(Forbidden.class);
    }
    exclusion().proposed(true, "好", clerk("x", "/center/cgj"), HANDS, CLOSED);
  }

  @Test
  void what_has_ended_is_neither_reviewed_nor_confirmed_again() {
    ScoreRequest lapsed = exclusion();
    lapsed.lapsed(CLOSED);
    ScoreRequest granted = exclusion();
    granted.proposed(true, "好", ONE, HANDS, CLOSED);
    granted.confirmed(OTHER, HANDS, CLOSED);
    for (ScoreRequest ended : List.of(lapsed, granted)) {
      assertThatThrownBy(() -> ended.proposed(true, "好", ONE, HANDS, CLOSED))
          .isInstanceOf(RequestNotThere.class);
      assertThatThrownBy(() -> ended.confirmed(OTHER, HANDS, CLOSED))
          .isInstanceOf(RequestNotThere.class);
      assertThatThrownBy(() -> ended.sentBack("再看", OTHER, HANDS))
          .isInstanceOf(RequestNotThere.class);
    }
  }

  @Test
  void it_may_be_asked_until_the_last_moment_of_the_window_and_once() {
    assertThat(hindrance(ScoreRequestKind.EXCLUSION, rated, false, UNTIL)).isNull();
    assertThat(hindrance(ScoreRequestKind.EXCLUSION, rated, false, UNTIL.plusNanos(1000)))
        .isEqualTo(Hindrance.WINDOW_OVER);
    assertThat(hindrance(ScoreRequestKind.EXCLUSION, rated, true, UNTIL))
        .isEqualTo(Hindrance.ASKED_ALREADY);
  }

  @Test
  void silence_is_excluded_and_not_contested_and_the_centres_own_answer_is_neither() {
    Callback silent = EndedCallbacks.silent(about, 1, CLOSED, UNTIL);
    assertThat(hindrance(ScoreRequestKind.EXCLUSION, silent, false, CLOSED)).isNull();
    assertThat(hindrance(ScoreRequestKind.APPEAL, silent, false, CLOSED))
        .isEqualTo(Hindrance.NO_RATING);

    Callback direct = EndedCallbacks.rated(about, 0, CLOSED, UNTIL);
    for (ScoreRequestKind kind : ScoreRequestKind.values()) {
      assertThat(hindrance(kind, direct, false, CLOSED)).isEqualTo(Hindrance.NO_UNIT);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = CaseStatus.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CLOSED", "ARCHIVED"})
  void only_of_a_closed_case(CaseStatus status) {
    assertThat(Hindrance.of(ScoreRequestKind.EXCLUSION, status, rated, false, CLOSED))
        .contains(Hindrance.NOT_CLOSED);
    assertThat(Hindrance.of(ScoreRequestKind.EXCLUSION, status, null, false, CLOSED))
        .contains(Hindrance.NOT_CLOSED);
  }

  @Test
  void of_an_archived_case_nothing_is_asked_whatever_its_window_says() {
    assertThat(Hindrance.of(ScoreRequestKind.EXCLUSION, CaseStatus.ARCHIVED, rated, false, CLOSED))
        .contains(Hindrance.WINDOW_OVER);
    assertThat(Hindrance.of(ScoreRequestKind.EXCLUSION, CaseStatus.ARCHIVED, rated, true, CLOSED))
        .contains(Hindrance.ASKED_ALREADY);
  }

  private static Hindrance hindrance(
      ScoreRequestKind kind, Callback ended, boolean asked, Instant now) {
    return Hindrance.of(kind, CaseStatus.CLOSED, ended, asked, now).orElse(null);
  }

  private ScoreRequest exclusion() {
    return asked(ScoreRequestKind.EXCLUSION, ExclusionReason.LEGAL_PROCEDURE);
  }

  private ScoreRequest appeal() {
    return asked(ScoreRequestKind.APPEAL, AppealGround.OTHER_UNIT);
  }

  private ScoreRequest asked(ScoreRequestKind kind, Enum<?> reason) {
    return ScoreRequest.asked(
        Asking.of(kind, reason, "法院已立案", "立案通知书（2026）1 号"),
        rated,
        about,
        new Speaker("the clerk", "cg", CLOSED, null));
  }

  private static Actor clerk(String user, String unitPath) {
    return new Actor(user, user, Set.of(Role.ASSESSMENT_CLERK), "unit", unitPath, null, "考核员");
  }
}
