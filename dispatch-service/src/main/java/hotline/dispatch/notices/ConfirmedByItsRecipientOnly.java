package hotline.dispatch.notices;

import hotline.access.IllegalMove;
import hotline.lifecycle.NoticeCopy;

/** What was delivered in the system is confirmed there, by its recipient and nobody else. */
public final class ConfirmedByItsRecipientOnly extends IllegalMove {

  private static final long serialVersionUID = 1L;

  ConfirmedByItsRecipientOnly(NoticeCopy copy) {
    super(
        "confirmed-by-its-recipient-only",
        copy.zh() + "已在系统中送达，须由收件方自行签收，不能代为登记。",
        "The copy \""
            + copy.en()
            + "\" was delivered in the system: its recipient confirms it there, nobody on its behalf.");
    with("copy", copy.name());
  }
}
