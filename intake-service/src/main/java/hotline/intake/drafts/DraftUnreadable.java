package hotline.intake.drafts;

import hotline.access.IllegalMove;

/** What was saved cannot be opened: sealed with another master key, or damaged. */
public class DraftUnreadable extends IllegalMove {
  private static final long serialVersionUID = 1L;

  DraftUnreadable() {
    super(
        "draft-unreadable",
        "该草稿无法解密，不能继续填写。请舍弃它并联系系统管理员核对保险箱密钥。",
        "This draft cannot be opened any more. Discard it, and let the system administrator look at"
            + " the key of the vault.");
  }
}
