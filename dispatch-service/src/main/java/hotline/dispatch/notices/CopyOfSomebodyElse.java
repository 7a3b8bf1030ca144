package hotline.dispatch.notices;

import hotline.access.Forbidden;
import hotline.lifecycle.NoticeCopy;

/** A copy is confirmed by the one it is addressed to. */
public final class CopyOfSomebodyElse extends Forbidden {

  private static final long serialVersionUID = 1L;

  CopyOfSomebodyElse(NoticeCopy copy) {
    super(
        "copy-of-somebody-else",
        copy.zh() + "不是发给您的，不能签收。请由收件人签收。",
        "The copy \"" + copy.en() + "\" is not addressed to you; its recipient has to confirm it.");
  }
}
