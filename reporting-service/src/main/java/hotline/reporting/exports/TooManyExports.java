package hotline.reporting.exports;

import hotline.access.Refusal;

/** As many exports as may run at the same time are under way. */
final class TooManyExports extends Refusal {
  private static final long serialVersionUID = 1L;

  TooManyExports() {
    super(
        "too-many-exports",
        503,
        "导出任务已满",
        "Too many exports",
        "已有 " + ExportPlaces.PLACES + " 个导出正在进行，请稍后重试。",
        ExportPlaces.PLACES + " exports are under way; try again shortly.");
    withHeader("Retry-After", "5");
  }
}
