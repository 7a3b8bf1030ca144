package hotline.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchPlanTest {

  private static final Known NOTHING = new Known(Map.of(), Map.of());

  private final List<Placed> records = new ArrayList<>();

  @Test
  void the_first_record_of_a_stream_has_number_one() {
    add("k", "/a", 2);
    BatchPlan plan = BatchPlan.of(records, NOTHING);
    assertThat(plan.fresh()).isEmpty();
    assertThat(plan.gapKeys()).containsExactly("k");
  }

  @Test
  void streams_of_two_sources_count_for_themselves_and_keep_the_order_of_the_log() {
    add("k", "/a", 1);
    add("k", "/b", 1);
    add("k", "/a", 2);
    BatchPlan plan = BatchPlan.of(records, NOTHING);
    assertThat(plan.fresh()).isEqualTo(records.stream().map(Placed::incoming).toList());
    assertThat(plan.advances())
        .containsEntry(new Position("k", "/a"), new Advance(0, 2))
        .containsEntry(new Position("k", "/b"), new Advance(0, 1));
  }

  @Test
  void numbers_known_to_the_database_and_to_this_batch_are_dropped() {
    add("k", "/a", 4);
    add("k", "/a", 5);
    add("k", "/a", 6);
    add("k", "/a", 6);
    BatchPlan plan = BatchPlan.of(records, known("k", "/a", 4));
    assertThat(numbers(plan.fresh())).containsExactly(5L, 6L);
    assertThat(plan.duplicates()).isEqualTo(2);
  }

  @Test
  void after_a_gap_every_source_of_the_key_waits_and_other_keys_go_on() {
    add("k", "/a", 2);
    add("k", "/b", 1);
    add("other", "/a", 1);
    BatchPlan plan = BatchPlan.of(records, NOTHING);
    assertThat(plan.fresh()).extracting(Incoming::key).containsExactly("other");
    assertThat(plan.held())
        .extracting(held -> held.because().reason())
        .containsExactly("GAP", "FOLLOWS");
  }

  @Test
  void only_what_closes_the_gap_passes_those_that_wait() {
    add("k", "/b", 1);
    add("k", "/a", 1);
    add("k", "/a", 2);
    add("k", "/a", 3);
    add("k", "/a", 4);
    Known parked = new Known(Map.of(), Map.of("k", new ParkedBecause("GAP", "/a", 3)));
    BatchPlan plan = BatchPlan.of(records, parked);
    assertThat(plan.fresh()).extracting(Incoming::source).containsOnly("/a");
    assertThat(numbers(plan.fresh())).containsExactly(1L, 2L);
    assertThat(plan.drainable()).containsExactly("k");
    assertThat(plan.held()).hasSize(3);
  }

  @Test
  void nothing_passes_a_poisoned_record() {
    add("k", "/a", 5);
    Known parked =
        new Known(
            Map.of(new Position("k", "/a"), 4L), Map.of("k", ParkedBecause.poison("DAMAGED")));
    BatchPlan plan = BatchPlan.of(records, parked);
    assertThat(plan.fresh()).isEmpty();
    assertThat(plan.advances()).isEmpty();
    assertThat(plan.held()).hasSize(1);
  }

  @Test
  void unsequenced_records_are_numbered_by_their_offset_which_may_skip() {
    for (long offset : new long[] {3, 7, 7, 9}) {
      records.add(
          Placed.of(
              new Incoming("state", 2, offset, "k", Map.of(), null), Set.of("state"), t -> "id"));
    }
    BatchPlan plan = BatchPlan.of(records, known("log:state:2", "id", 3));
    assertThat(plan.fresh()).extracting(Incoming::offset).containsExactly(7L, 9L);
    assertThat(plan.advances()).containsEntry(new Position("log:state:2", "id"), new Advance(3, 9));
  }

  @Test
  void an_unsequenced_record_of_a_parked_key_waits_and_its_offset_is_noted() {
    records.add(
        Placed.of(new Incoming("state", 0, 5, "k", Map.of(), null), Set.of("state"), t -> ""));
    Known parked = new Known(Map.of(), Map.of("k", new ParkedBecause("GAP", "/a", 3)));
    BatchPlan plan = BatchPlan.of(records, parked);
    assertThat(plan.fresh()).isEmpty();
    assertThat(plan.held()).hasSize(1);
    assertThat(plan.advances()).containsValue(new Advance(-1, 5));
  }

  private static Known known(String key, String source, long last) {
    return new Known(Map.of(new Position(key, source), last), Map.of());
  }

  private void add(String key, String source, long number) {
    Map<String, String> headers = Map.of("ce_source", source, "ce_sequence", Long.toString(number));
    Incoming incoming = new Incoming("log", 0, records.size(), key, headers, new byte[0]);
    records.add(Placed.of(incoming, Set.of(), t -> ""));
  }

  private static List<Long> numbers(List<Incoming> records) {
    return records.stream().map(Incoming::sequence).toList();
  }
}
