package hotline.reporting.timeline;

import static hotline.lifecycle.EventType.ASSIGNMENT_COMPLETED;
import static hotline.lifecycle.EventType.CALLBACK_APPROACHING;
import static hotline.lifecycle.EventType.CALLBACK_ATTEMPTED;
import static hotline.lifecycle.EventType.CALLBACK_MISSED;
import static hotline.lifecycle.EventType.CALLBACK_MOVED;
import static hotline.lifecycle.EventType.CALLBACK_OPENED;
import static hotline.lifecycle.EventType.CASE_CLOSED;
import static hotline.lifecycle.EventType.CASE_REHANDLE_ORDERED;
import static hotline.lifecycle.EventType.CASE_WITHDRAWN;
import static hotline.lifecycle.EventType.EVALUATION_RECORDED;
import static hotline.lifecycle.EventType.EVALUATION_UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import hotline.lifecycle.EventType;
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
  void a_case_that_was_closed_or_withdrawn_has_no_open_callback() {
    for (EventType end : List.of(CASE_CLOSED, CASE_WITHDRAWN)) {
      facts.clear();
      said(CALLBACK_OPENED, "first");
      said(CALLBACK_ATTEMPTED, "first");
      said(end, null);

      assertThat(shown()).hasSize(3);
    }
  }

  private List<String> shown() {
    return BlindCallbacks.withoutOpen(facts).stream().map(CaseTimeline.Entry::type).toList();
  }

  private void said(EventType type, String callbackId) {
    var data = JsonNodeFactory.instance.objectNode();
    if (callbackId != null) {
      data.put("callbackId", callbackId);
    }
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
            false,
            data));
  }
}
