package hotline.dispatch.endorsement;

import hotline.access.IllegalMove;

/** Somebody has decided about the draft, or the task has moved on and the draft with it. */
final class DraftWaitsNoMore extends IllegalMove {

  private static final long serialVersionUID = 1L;

  DraftWaitsNoMore(DraftView.State state) {
    super(
        "draft-waits-no-more",
        switch (state) {
          case SIGNED -> "该稿已签发。请刷新后查看。";
          case REFUSED -> "该稿已退回修改。请刷新后查看。";
          case TAKEN_BACK -> "承办人已撤回该稿。请刷新后查看。";
          case WINDOW_PASSED -> "退单期限已过，该退单申请已失效，请由本单位办理。";
          case WAITING, LAPSED -> "任务已有新进展，该稿已失效。请刷新后查看。";
        },
        switch (state) {
          case SIGNED -> "The draft was signed already. Refresh to see it.";
          case REFUSED -> "The draft was sent back already. Refresh to see it.";
          case TAKEN_BACK -> "The unit took the draft back. Refresh to see it.";
          case WINDOW_PASSED ->
              "The window for returns has passed and the request with it: the unit handles the case.";
          case WAITING, LAPSED ->
              "The task has moved on and the draft has lapsed. Refresh to see it.";
        });
    with("draftState", state.name());
  }
}
