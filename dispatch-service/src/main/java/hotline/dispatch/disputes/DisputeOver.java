package hotline.dispatch.disputes;

import hotline.access.IllegalMove;

/** It was ruled, or the task has moved on. */
public final class DisputeOver extends IllegalMove {

  private static final long serialVersionUID = 1L;

  DisputeOver(DisputeState state) {
    super(
        "dispute-over",
        state == DisputeState.RULED ? "会商已经裁定。请刷新后查看。" : "任务已有新进展，会商已终止。请刷新后查看。",
        state == DisputeState.RULED
            ? "It was ruled already. Refresh to see it."
            : "The task has moved on and the dispute has ended. Refresh to see it.");
    with("disputeState", state.name());
  }
}
