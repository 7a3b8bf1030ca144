package hotline.reporting.timeline;

import static hotline.lifecycle.EventType.ASSIGNMENT_COMPLETED;
import static hotline.lifecycle.EventType.CALLBACK_APPROACHING;
import static hotline.lifecycle.EventType.CALLBACK_ATTEMPTED;
import static hotline.lifecycle.EventType.CALLBACK_MISSED;
import static hotline.lifecycle.EventType.CALLBACK_MOVED;
import static hotline.lifecycle.EventType.CALLBACK_OPENED;
import static hotline.lifecycle.EventType.CASE_CLOSED;
import static hotline.lifecycle.EventType.CASE_RATED;
import static hotline.lifecycle.EventType.CASE_REHANDLE_ORDERED;
import static hotline.lifecycle.EventType.CASE_TRANSFERRED_OUT;
import static hotline.lifecycle.EventType.CASE_WITHDRAWN;
import static hotline.lifecycle.EventType.EVALUATION_RECORDED;
import static hotline.lifecycle.EventType.EVALUATION_UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hotline.lifecycle.EventType;
import hotline.lifecycle.RatedVia;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlindCallbacksTest {

  private final List<CaseTimeline.Entry> facts = new ArrayList<>();

  @Test
  void an_open_callback_is_kept_back() {
    said(ASSIGNMENT_COMPLETED, null);
    said(CALLBACK_OPENED, "first");
    said(CALLBACK_MOVED, "first");
    said(CALLBACK_APPROACHING, "first");
    said(CALLBACK_MISSED, "first");
    said(CALLBACK_ATTEMPTED, "first");

    assertThat(shown()).containsExactly(ASSIGNMENT_COMPLETED.wireName());
  }

  @Test
  void what_was_rated_or_given_up_is_shown_and_the_callback_of_the_next_round_is_not() {
    for (EventType end : List.of(EVALUATION_RECORDED, EVALUATION_UNREACHABLE)) {
      facts.clear();
      said(CALLBACK_OPENED, "first");
      said(CALLBACK_ATTEMPTED, "first");
      said(end, "first");
      said(CASE_REHANDLE_ORDERED, null);
      said(ASSIGNMENT_COMPLETED, null);
      said(CALLBACK_OPENED, "second");
      said(CALLBACK_ATTEMPTED, "second");

      assertThat(shown())
          .containsExactly(
              CALLBACK_OPENED.wireName(),
              CALLBACK_ATTEMPTED.wireName(),
              end.wireName(),
              CASE_REHANDLE_ORDERED.wireName(),
              ASSIGNMENT_COMPLETED.wireName());
    }
  }

  @Test
  void a_case_that_was_closed_withdrawn_or_handed_over_has_no_open_callback() {
    for (EventType end : List.of(CASE_CLOSED, CASE_WITHDRAWN, CASE_TRANSFERRED_OUT)) {
      facts.clear();
      said(CALLBACK_OPENED, "first");
      said(CALLBACK_ATTEMPTED, "first");
      said(end, null);

      assertThat(shown()).hasSize(3);
    }
  }

  @Test
  void a_rating_by_text_message_is_one_too() {
    said(CALLBACK_OPENED, "first");
    said(CASE_RATED, round(1, null), false);
    assertThat(shown()).isEmpty();
    said(EVALUATION_RECORDED, round(1, RatedVia.SMS).put("callbackId", "first"), false);
    assertThat(shown()).hasSize(3);
  }

  @Test
  void an_own_rating_is_shown_once_it_is_the_result_of_its_round() {
    said(CALLBACK_OPENED, "first");
    said(CASE_RATED, round(1, null), false);
    assertThat(shown()).isEmpty();

    said(EVALUATION_RECORDED, round(1, RatedVia.SELF_SERVICE).put("callbackId", "first"), false);
    assertThat(shown())
        .containsExactly(
            CALLBACK_OPENED.wireName(), CASE_RATED.wireName(), EVALUATION_RECORDED.wireName());
    // The next round is not rated by the first.
    said(CASE_RATED, round(2, null), false);
    said(CASE_CLOSED, null);
    assertThat(shown()).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void an_own_rating_that_did_not_count_is_never_shown() {
    for (EventType end : List.of(EVALUATION_RECORDED, EVALUATION_UNREACHABLE)) {
      facts.clear();
      said(CALLBACK_OPENED, "first");
      said(CASE_RATED, round(1, null), false);
      said(end, round(1, RatedVia.AGENT).put("callbackId", "first"), false);
      said(CASE_RATED, round(1, null), true);
      said(CASE_CLOSED, null);
      assertThat(shown()).doesNotContain(CASE_RATED.wireName()).hasSize(3);
    }
    facts.clear();
    said(CALLBACK_OPENED, "first");
    said(CASE_RATED, round(1, null), false);
    said(CASE_WITHDRAWN, null);
    assertThat(shown()).doesNotContain(CASE_RATED.wireName()).hasSize(2);
  }

  private static ObjectNode round(int round, RatedVia via) {
    ObjectNode data = JsonNodeFactory.instance.objectNode().put("round", round);
    return via == null ? data : data.put("via", via.name());
  }

  private List<String> shown() {
    return BlindCallbacks.withoutOpen(facts).stream().map(CaseTimeline.Entry::type).toList();
  }

  private void said(EventType type, String callbackId) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    said(type, callbackId == null ? data : data.put("callbackId", callbackId), false);
  }

  private void said(EventType type, ObjectNode data, boolean superseded) {
    facts.add(
        new CaseTimeline.Entry(
            null,
            type.wireName(),
            type.zh(),
            type.en(),
            type.source().uri(),
            facts.size() + 1L,
            null,
            null,
            null,
            false,
            superseded,
            data));
  }
}
