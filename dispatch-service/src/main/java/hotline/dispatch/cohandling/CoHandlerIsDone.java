package hotline.dispatch.cohandling;

import hotline.access.IllegalMove;

/** The co-handler has nothing to do at present: it has replied, or its task is over. */
public final class CoHandlerIsDone extends IllegalMove {

  private static final long serialVersionUID = 1L;

  CoHandlerIsDone() {
    super(
        "co-handler-is-done",
        "该协办单位已答复或任务已结束，无须催办；请刷新后查看其答复。",
        "This co-handler has replied, or its task is over: there is nothing to urge. Reload to read"
            + " its reply.");
  }
}
