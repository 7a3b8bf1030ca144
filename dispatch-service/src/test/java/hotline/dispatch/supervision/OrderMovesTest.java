package hotline.dispatch.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderMovesTest {

  private static final Map<OrderStatus, Map<OrderAct, OrderStatus>> POSSIBLE =
      Map.of(
          OrderStatus.ISSUED, Map.of(OrderAct.ANSWER, OrderStatus.ANSWERED),
          OrderStatus.SENT_BACK, Map.of(OrderAct.ANSWER, OrderStatus.ANSWERED),
          OrderStatus.ANSWERED,
              Map.of(
                  OrderAct.ACCEPT, OrderStatus.CLOSED, OrderAct.SEND_BACK, OrderStatus.SENT_BACK),
          OrderStatus.CLOSED, new EnumMap<>(OrderAct.class));

  @ParameterizedTest
  @EnumSource(OrderStatus.class)
  void every_act_is_possible_in_its_status_and_refused_with_both_languages_in_any_other(
      OrderStatus status) {
    for (OrderAct act : OrderAct.values()) {
      OrderStatus next = POSSIBLE.get(status).get(act);
      if (next != null) {
        assertThat(OrderMoves.move(status, act)).as("%s on %s", act, status).isEqualTo(next);
      } else {
        assertThatThrownBy(() -> OrderMoves.move(status, act))
            .as("%s on %s", act, status)
            .isInstanceOfSatisfying(
                OrderNotReady.class,
                refused -> {
                  assertThat(refused.detailZh()).contains(status.zh(), act.zh());
                  assertThat(refused.detailEn()).contains(status.en(), act.en());
                  assertThat(refused.members()).containsEntry("orderStatus", status.name());
                });
      }
    }
  }

  @Test
  void the_clock_runs_only_while_the_unit_has_to_act() {
    assertThat(OrderStatus.values())
        .filteredOn(OrderMoves::runs)
        .containsExactly(OrderStatus.ISSUED, OrderStatus.SENT_BACK);
  }
}
