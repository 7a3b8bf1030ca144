package hotline.intake.drafts;

import hotline.access.IllegalMove;

/** One person has as many unfinished registrations as anybody may have. */
public class TooManyDrafts extends IllegalMove {
  private static final long serialVersionUID = 1L;

  TooManyDrafts(int most) {
    super(
        "too-many-drafts",
        "您已有 " + most + " 份未完成的草稿，请先登记或舍弃其中一些。正在填写的内容仍保存在本机，可以照常登记。",
        "You have "
            + most
            + " unfinished drafts; register or discard some of them first. What you are typing is"
            + " still kept on this machine and can be registered.");
    with("most", most);
  }
}
