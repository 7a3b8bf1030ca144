package hotline.reporting.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import hotline.lifecycle.EventType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneCallTest {

  @Test
  void no_field_of_a_request_names_its_call_or_its_caller_and_its_receipt_is_told_to_the_minute() {
    JsonNode registered =
        JsonNodeFactory.instance
            .objectNode()
            .put("kind", "HELP")
            .put("splitFrom", "019353a0-9c20-7e63-8b1a-71e2f3a4b5c6")
            .put("screeningSince", "2026-03-02T01:15:30Z")
            .put("callerRef", "b2f6c0")
            .put("receivedAt", "2026-03-02T01:15:29.123456Z");

    List<CaseTimeline.Entry> shown =
        OneCall.alone(
            List.of(
                entry(EventType.CASE_REGISTERED, registered),
                entry(EventType.CASE_SPLIT, JsonNodeFactory.instance.objectNode()),
                entry(EventType.CASE_ACCEPTED, JsonNodeFactory.instance.objectNode())));

    assertThat(shown)
        .extracting(CaseTimeline.Entry::type)
        .containsExactly(EventType.CASE_REGISTERED.wireName(), EventType.CASE_ACCEPTED.wireName());
    assertThat(shown.get(0).data().toString())
        .isEqualTo("{\"kind\":\"HELP\",\"receivedAt\":\"2026-03-02T01:15:00Z\"}");
  }

  private static CaseTimeline.Entry entry(EventType type, JsonNode data) {
    return new CaseTimeline.Entry(
        null,
        type.wireName(),
        type.zh(),
        type.en(),
        "/intake-service",
        1L,
        Instant.EPOCH,
        Instant.EPOCH,
        null,
        false,
        false,
        data);
  }
}
