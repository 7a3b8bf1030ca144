package hotline.intake.reference;

import hotline.access.Refusal;

/** Categories and places have not arrived yet on a new installation. */
public class DirectoryNotReady extends Refusal {
  private static final long serialVersionUID = 1L;

  public DirectoryNotReady() {
    super(
        "directory-not-ready",
        503,
        "分类和区划尚未就绪",
        "Categories and places are not here yet",
        "系统刚刚启动，分类和区划尚未同步，请稍后重试；新建的系统须先由管理员录入分类和区划。",
        "The system has just started; categories and places are still on their way. Try again shortly; a"
            + " new system needs them entered first.");
    withHeader("Retry-After", "2");
  }
}
