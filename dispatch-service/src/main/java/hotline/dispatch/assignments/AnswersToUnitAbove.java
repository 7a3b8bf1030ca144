package hotline.dispatch.assignments;

import hotline.access.IllegalMove;

/**
 * What a unit handed down is its own to review and to take back, and asks nothing of the centre.
 */
public final class AnswersToUnitAbove extends IllegalMove {

  private static final long serialVersionUID = 1L;

  public AnswersToUnitAbove(String unitId) {
    super(
        "answers-to-unit-above",
        "该任务由上级承办单位下派，由其审核、收回；需要更多时间或退回时，请与其联系。",
        "A unit above handed this task down: it reviews it and takes it back. Ask that unit for more"
            + " time, or give the task back to it.");
    with("unitId", unitId);
  }
}
