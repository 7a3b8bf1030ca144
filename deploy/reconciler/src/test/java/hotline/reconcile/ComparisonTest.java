package hotline.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.lifecycle.Answer;
import hotline.lifecycle.CaseAccepted;
import hotline.lifecycle.CaseAnsweredDirect;
import hotline.lifecycle.CaseAnsweredWithMain;
import hotline.lifecycle.CaseArchived;
import hotline.lifecycle.CaseClosed;
import hotline.lifecycle.CaseExcluded;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.CaseMerged;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.CaseRehandleOrdered;
import hotline.lifecycle.CaseSplit;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.CaseUrged;
import hotline.lifecycle.Channel;
import hotline.lifecycle.ClosedBy;
import hotline.lifecycle.DissatisfactionReason;
import hotline.lifecycle.Envelope;
import hotline.lifecycle.ExclusionReason;
import hotline.lifecycle.Fact;
import hotline.lifecycle.LifecycleEvent;
import hotline.lifecycle.MergeReason;
import hotline.lifecycle.Solved;
import hotline.lifecycle.Source;
import hotline.lifecycle.Urgency;
import hotline.lifecycle.Uuid7;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each kind of difference is seen when it is there, and nothing when it is not. */
class ComparisonTest {

  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  private static final UUID CASE = Uuid7.at(NOW);

  private final Differences differences = new Differences();
  private final LogContents log = new LogContents();
  private final LogCase one = new LogCase(CASE, "2603020000017");

  @Test
  void what_agrees_is_no_difference() {
    accepted();
    Comparison comparison = new Comparison(log, differences);
    comparison.states(Source.DISPATCH, states("PENDING_DISPATCH"));
    comparison.sequences(Source.DISPATCH, Map.of(CASE + "|/intake-service", 2L));
    comparison.headline(counts(1));
    assertThat(differences.total()).isZero();
  }

  @Test
  void a_published_ranking_stands_as_it_was_said() {
    var said = PublishedRankings.json("{\"units\":[{\"score\":90.0}]}");
    Comparison comparison = new Comparison(log, differences);
    comparison.rankings(Map.of("a no. 0", said), Map.of("a no. 0", said));
    assertThat(differences.total()).isZero();
    comparison.rankings(
        Map.of("a no. 0", said, "a no. 1", said),
        Map.of(
            "a no. 0", PublishedRankings.json("{\"units\":[{\"score\":91.0}]}"), "b no. 0", said));
    assertThat(differences.of("排名不一致 / ranking differs")).isEqualTo(1);
    assertThat(differences.of("排名缺失 / ranking missing")).isEqualTo(1);
    assertThat(differences.of("排名未发出 / ranking not said")).isEqualTo(1);
  }

  @Test
  void a_lost_event_is_a_gap() {
    one.take(fact(registered(), 1), differences);
    one.take(fact(new CaseUrged(1, Channel.PHONE), 3), differences);
    assertThat(differences.of("序号缺口 / gap in a sequence")).isEqualTo(1);
  }

  @Test
  void the_same_event_again_is_harmless_and_another_with_its_number_is_not() {
    Fact first = fact(registered(), 1);
    one.take(first, differences);
    one.take(first, differences);
    assertThat(differences.duplicates()).isEqualTo(1);
    assertThat(differences.total()).isZero();
    one.take(fact(registered(), 1), differences);
    assertThat(differences.total()).isEqualTo(1);
  }

  @Test
  void a_status_that_differs_and_a_case_that_is_missing_are_seen() {
    accepted();
    Comparison comparison = new Comparison(log, differences);
    comparison.states(Source.DISPATCH, states("HANDLING"));
    assertThat(differences.of("状态不一致 / status differs")).isEqualTo(1);
    comparison.states(Source.EVALUATION, Map.of());
    assertThat(differences.of("工单缺失 / case missing")).isEqualTo(1);
    comparison.states(
        Source.INTAKE,
        Map.of(
            CASE,
            new ServiceDatabase.State("2603020000017", "PENDING_DISPATCH"),
            Uuid7.at(NOW),
            new ServiceDatabase.State("2603020000025", "REGISTERED")));
    assertThat(differences.of("日志缺失 / missing in the log")).isEqualTo(1);
  }

  @Test
  void an_event_that_was_not_applied_and_a_wrong_number_are_seen() {
    accepted();
    Comparison comparison = new Comparison(log, differences);
    comparison.sequences(Source.DISPATCH, Map.of(CASE + "|/intake-service", 1L));
    assertThat(differences.total()).isEqualTo(1);
    comparison.headline(counts(2));
    assertThat(differences.of("总数不一致 / headline number differs")).isEqualTo(1);
  }

  @Test
  void a_direct_answer_is_counted_until_it_was_no_help() {
    one.take(fact(registered(), 1), differences);
    one.take(fact(new CaseAnsweredDirect("center", "/center", null, null), 2), differences);
    log.cases().put(CASE, one);
    Map<String, Long> recount = HeadlineRecount.of(log.cases().values());
    assertThat(recount).containsEntry("registered", 1L).containsEntry("accepted", 1L);
    assertThat(recount).containsEntry("answered_direct", 1L);

    one.take(
        fact(new CaseRehandleOrdered(1, "center", DissatisfactionReason.UNIT), 1), differences);
    assertThat(HeadlineRecount.of(log.cases().values()))
        .containsEntry("accepted", 1L)
        .containsEntry("answered_direct", 0L);
    assertThat(differences.total()).isZero();
  }

  @Test
  void what_was_split_off_a_call_is_recounted_and_a_split_leaves_a_case_where_it_stands() {
    LogCase demand = new LogCase(Uuid7.at(NOW), "2603020000025");
    demand.take(fact(registered().splitFrom(CASE, NOW), 1), differences);
    demand.take(
        fact(
            new CaseAccepted(
                CaseKind.HELP, Urgency.NORMAL, "010201", "370281001", "/3702", NOW, false),
            2),
        differences);
    one.take(fact(registered(), 1), differences);
    one.take(fact(new CaseSplit(List.of(demand.caseId()), 1), 2), differences);
    log.cases().put(CASE, one);
    log.cases().put(demand.caseId(), demand);
    assertThat(one.status()).isEqualTo(CaseStatus.REGISTERED);
    assertThat(HeadlineRecount.of(log.cases().values()))
        .containsEntry("registered", 2L)
        .containsEntry("accepted", 1L)
        .containsEntry("split_off", 1L);
    assertThat(differences.total()).isZero();
  }

  @Test
  void a_satisfied_citizen_whose_case_is_in_no_score_is_counted_apart() {
    one.take(fact(registered(), 1), differences);
    one.take(fact(new CaseAnsweredDirect("center", "/center", null, null), 2), differences);
    one.take(
        fact(
            new CaseClosed(
                ClosedBy.EVALUATED,
                0,
                "center",
                "/center",
                Answer.YES,
                Solved.YES,
                Answer.YES,
                Answer.UNKNOWN,
                Solved.YES,
                Answer.YES,
                null,
                null),
            1),
        differences);
    log.cases().put(CASE, one);
    assertThat(HeadlineRecount.of(log.cases().values()))
        .containsEntry("satisfied_yes", 1L)
        .containsEntry("unscored_satisfied", 0L);

    one.take(
        fact(new CaseExcluded(Uuid7.at(NOW), 0, "center", ExclusionReason.NOT_TRUE), 2),
        differences);
    assertThat(HeadlineRecount.of(log.cases().values()))
        .containsEntry("satisfied_yes", 0L)
        .containsEntry("excluded", 1L)
        .containsEntry("rating_excluded", 1L)
        .containsEntry("unscored_satisfied", 1L);

    one.take(fact(new CaseArchived(NOW, 10, NOW), 3), differences);
    assertThat(one.status()).isEqualTo(CaseStatus.ARCHIVED);
    assertThat(HeadlineRecount.of(log.cases().values()))
        .containsEntry("closed", 1L)
        .containsEntry("excluded", 1L)
        .containsEntry("unscored_satisfied", 1L);
    assertThat(differences.total()).isZero();
  }

  @Test
  void a_reply_that_did_not_reach_its_citizen_and_one_that_no_event_speaks_of_are_seen() {
    accepted();
    one.take(fact(new CaseMerged(Uuid7.at(NOW), MergeReason.SAME_PLACE), 1), differences);
    one.take(
        fact(
            new CaseAnsweredWithMain(
                Uuid7.at(NOW), 2, "cg", "/center/cg", true, "h", "r", NOW, false),
            2),
        differences);
    Differences ofReplies = new Differences();
    Comparison comparison = new Comparison(log, ofReplies);
    assertThat(one.answeredRounds()).containsExactly(2);

    assertThat(comparison.replies(Map.of(CASE, Set.of(2)))).isEqualTo(1);
    assertThat(ofReplies.total()).isZero();
    comparison.replies(Map.of());
    comparison.replies(Map.of(CASE, Set.of(1, 2)));
    assertThat(ofReplies.of("公开答复不一致 / public replies differ")).isEqualTo(2);
    // Erased: nothing is to be there.
    Map<UUID, Set<Integer>> erased = new HashMap<>();
    erased.put(CASE, new HashSet<>());
    erased.get(CASE).add(null);
    comparison.replies(erased);
    assertThat(ofReplies.total()).isEqualTo(2);
  }

  private void accepted() {
    one.take(fact(registered(), 1), differences);
    one.take(
        fact(
            new CaseAccepted(
                CaseKind.HELP, Urgency.NORMAL, "010201", "370281001", "/3702", NOW, false),
            2),
        differences);
    log.cases().put(CASE, one);
  }

  private static Map<String, Long> counts(long accepted) {
    Map<String, Long> counts = new HashMap<>();
    HeadlineRecount.NUMBERS.forEach(number -> counts.put(number, 0L));
    counts.put("registered", 1L);
    counts.put("accepted", accepted);
    return counts;
  }

  private static Map<UUID, ServiceDatabase.State> states(String status) {
    return Map.of(CASE, new ServiceDatabase.State("2603020000017", status));
  }

  private static CaseRegistered registered() {
    return new CaseRegistered(
        CaseKind.HELP,
        Urgency.NORMAL,
        Channel.PHONE,
        "010201",
        "370281001",
        "/3702",
        NOW,
        false,
        false,
        true,
        null,
        null,
        null,
        true);
  }

  private static Fact fact(LifecycleEvent event, long sequence) {
    return new Fact(
        new Envelope(
            Uuid7.at(NOW),
            event.type().source(),
            CASE,
            "2603020000017",
            NOW,
            NOW,
            sequence,
            null,
            "u",
            null,
            null),
        event);
  }
}
