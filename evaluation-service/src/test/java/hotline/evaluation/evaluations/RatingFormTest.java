package hotline.evaluation.evaluations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hotline.access.Invalid;
import hotline.access.Violation;
import hotline.lifecycle.Answer;
import hotline.lifecycle.CaseRated;
import hotline.lifecycle.Channel;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.RatedVia;
import hotline.lifecycle.Solved;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatingFormTest {

  @Test
  void an_empty_form_names_every_question_that_has_no_answer() {
    assertThat(wrong(new RatingForm(null, null, null, null, null, null)))
        .containsExactly("responded", "solved", "satisfied", "requestTrue");
  }

  @Test
  void dissatisfaction_needs_a_reason() {
    assertThat(wrong(form(Solved.NO, Answer.YES, null, null))).containsExactly("reason");
    assertThat(wrong(form(Solved.YES, Answer.NO, null, null))).containsExactly("reason");
  }

  @Test
  void a_reason_without_dissatisfaction_is_a_mistake() {
    assertThat(wrong(form(Solved.YES, Answer.YES, DissatisfactionReason.UNIT, null)))
        .containsExactly("reason");
  }

  @Test
  void the_verbatim_is_counted_in_characters_that_people_count() {
    String rare = "\uD840\uDC0B";

    assertThat(form(Solved.YES, Answer.YES, null, rare.repeat(2000)).rating(RatedVia.AGENT))
        .extracting(Rating::verbatim)
        .isEqualTo(rare.repeat(2000));
    assertThat(wrong(form(Solved.YES, Answer.YES, null, rare.repeat(2001))))
        .containsExactly("verbatim");
  }

  @Test
  void a_blank_verbatim_is_none() {
    assertThat(form(Solved.UNKNOWN, Answer.UNKNOWN, null, "  ").rating(RatedVia.AGENT).verbatim())
        .isNull();
  }

  @Test
  void a_citizens_own_rating_is_taken_as_it_is_and_a_part_of_one_is_none() {
    assertThat(Rating.of(own(Solved.NO, DissatisfactionReason.UNIT)))
        .hasValueSatisfying(
            rating -> {
              assertThat(rating.dissatisfied()).isTrue();
              assertThat(rating.via()).isEqualTo(RatedVia.SELF_SERVICE);
              assertThat(rating.verbatim()).isNull();
            });
    assertThat(Rating.of(own(Solved.NO, null))).isEmpty();
    assertThat(Rating.of(own(Solved.YES, DissatisfactionReason.UNIT))).isEmpty();
    // A code of a newer writer.
    assertThat(Rating.of(own(null, null))).isEmpty();
  }

  @Test
  void a_rating_by_text_message_is_recorded_as_one() {
    CaseRated told =
        new CaseRated(
            1,
            Answer.UNKNOWN,
            Solved.YES,
            Answer.YES,
            Answer.UNKNOWN,
            null,
            RatedVia.SELF_SERVICE,
            Channel.SMS);
    assertThat(Rating.of(told))
        .hasValueSatisfying(rating -> assertThat(rating.via()).isEqualTo(RatedVia.SMS));
  }

  private static CaseRated own(Solved solved, DissatisfactionReason reason) {
    return new CaseRated(
        1, Answer.YES, solved, Answer.UNKNOWN, Answer.YES, reason, RatedVia.SELF_SERVICE);
  }

  private static List<String> wrong(RatingForm form) {
    return catchThrowableOfType(Invalid.class, () -> form.rating(RatedVia.AGENT))
        .violations()
        .stream()
        .map(Violation::field)
        .toList();
  }

  private static RatingForm form(
      Solved solved, Answer satisfied, DissatisfactionReason reason, String verbatim) {
    return new RatingForm(Answer.YES, solved, satisfied, Answer.YES, reason, verbatim);
  }
}
