package hotline.dispatch.loop;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.access.Role;
import hotline.lifecycle.EventType;
import hotline.lifecycle.Fact;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Many hands on one task: exactly one act wins, and the numbers of the facts have no gap. */
@QuarkusTest
@WithTestResource(DispatchServers.class)
class RacesTest {

  @Inject OtherServices others;
  @Inject TheLog log;

  @Test
  void of_eight_clerks_who_sign_at_once_one_wins() throws Exception {
    OtherServices.Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);

    List<Integer> answers = atOnce(8, () -> Desk.sign(Desk.clerk(), task, 0).statusCode());

    assertThat(answers).containsOnlyOnce(200);
    assertThat(answers).filteredOn(status -> status != 200).containsOnly(412);
    List<Fact> facts = log.awaitLast(known.caseId(), EventType.ASSIGNMENT_SIGNED);
    assertThat(facts)
        .extracting(fact -> fact.envelope().sequence())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 3).boxed().toList());
  }

  @Test
  void of_eight_dispatchers_who_decide_at_once_one_decides() throws Exception {
    OtherServices.Known known = others.accepted(OtherServices.ROADS);
    UUID task = Desk.awaitTask(known.caseId(), 1);
    int no =
        Desk.asked(
            Desk.clerk(),
            task,
            "return-requests",
            Map.of("reason", "NOT_OUR_DUTY", "legalBasis", "权责清单第 12 条"));

    List<Integer> answers =
        atOnce(
            8,
            () ->
                Desk.command(Desk.as(Role.DISPATCHER), 1)
                    .body(Map.of("decision", "GRANT", "toUnitId", "zj"))
                    .post("/api/assignments/" + task + "/return-requests/" + no + "/decision")
                    .statusCode());

    assertThat(answers).containsOnlyOnce(200);
    assertThat(answers).filteredOn(status -> status != 200).containsOnly(412);
    List<Fact> facts = log.awaitLast(known.caseId(), EventType.ASSIGNMENT_CREATED);
    assertThat(facts)
        .extracting(fact -> fact.envelope().sequence())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 6).boxed().toList());
  }

  @Test
  void a_withdrawal_and_an_act_at_once_leave_no_open_task() throws Exception {
    List<OtherServices.Known> cases = new ArrayList<>();
    List<UUID> tasks = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      cases.add(others.accepted(OtherServices.ROADS));
    }
    for (OtherServices.Known known : cases) {
      tasks.add(Desk.awaitTask(known.caseId(), 1));
    }
    ExecutorService clerks = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> acts = new ArrayList<>();
      for (int i = 0; i < cases.size(); i++) {
        UUID task = tasks.get(i);
        others.withdrawn(cases.get(i));
        acts.add(clerks.submit(() -> Desk.sign(Desk.clerk(), task, 0).statusCode()));
      }
      for (Future<Integer> act : acts) {
        assertThat(act.get()).isIn(200, 409, 412);
      }
    } finally {
      clerks.shutdown();
    }
    for (int i = 0; i < cases.size(); i++) {
      Desk.awaitStatus(cases.get(i).caseId(), "WITHDRAWN");
      assertThat(Desk.task(tasks.get(i)).getString("status")).isEqualTo("CANCELLED");
      List<Fact> facts = log.awaitLast(cases.get(i).caseId(), EventType.ASSIGNMENT_CANCELLED);
      assertThat(facts)
          .extracting(fact -> fact.envelope().sequence())
          .containsExactlyElementsOf(LongStream.rangeClosed(1, facts.size()).boxed().toList());
    }
  }

  private interface Act {
    int run();
  }

  private static List<Integer> atOnce(int hands, Act act) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(hands);
    try {
      List<Future<Integer>> running = new ArrayList<>();
      for (int i = 0; i < hands; i++) {
        running.add(pool.submit(act::run));
      }
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> one : running) {
        answers.add(one.get());
      }
      return answers;
    } finally {
      pool.shutdown();
    }
  }
}
