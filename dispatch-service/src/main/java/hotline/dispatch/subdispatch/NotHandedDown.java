package hotline.dispatch.subdispatch;

import hotline.access.IllegalMove;

/** The centre gave this task: no unit above has a word in it. */
public final class NotHandedDown extends IllegalMove {

  private static final long serialVersionUID = 1L;

  public NotHandedDown() {
    super(
        "not-handed-down",
        "该任务由热线中心派发，不是下派任务，由中心审核、收回。",
        "The centre gave this task, it was not handed down: the centre reviews it and takes it back.");
  }
}
