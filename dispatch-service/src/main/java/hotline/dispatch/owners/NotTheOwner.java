package hotline.dispatch.owners;

import hotline.access.Forbidden;

/** Only the owner of a case visits, plans and signs off. */
public final class NotTheOwner extends Forbidden {

  private static final long serialVersionUID = 1L;

  NotTheOwner() {
    super(
        "not-the-owner", "只有该工单的包案领导本人可以进行此操作。", "Only the leader who owns this case may do this.");
  }
}
