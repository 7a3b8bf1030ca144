package hotline.dispatch.attachments;

import hotline.access.Refusal;

/** A file that is not taken, with what to do about it. */
public class FileRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    UNKNOWN_TYPE(
        "unknown-type",
        "只接收 JPEG、PNG 图片和 PDF 文件（按内容判断，不看文件名）。请转换格式后再上传。",
        "Only JPEG and PNG images and PDF files are taken, judged by their content and not by their"
            + " name. Convert it and upload it again."),
    EMPTY("empty", "文件是空的。请重新选择文件。", "The file is empty. Choose it again."),
    TOO_MANY_PIXELS(
        "too-many-pixels",
        "图片超过 4000 万像素（渐进式 JPEG 为 1200 万像素）。请缩小后再上传。",
        "The image has more than 40 megapixels (12 when it is a progressive JPEG). Make it smaller"
            + " and upload it again."),
    UNREADABLE(
        "unreadable",
        "文件已损坏或图片格式特殊，无法读取。请打开确认，另存为普通 JPEG 或 PDF 后再上传。",
        "The file is damaged, or an image of a rare kind that cannot be read. Open it, save it as"
            + " an ordinary JPEG or PDF and upload that."),
    TOO_MANY_WAIT(
        "too-many-wait",
        "本工单已有 50 个上传后尚未提交的附件。请先提交，或移除不用的附件后再上传。",
        "50 uploaded files of this case wait to be submitted. Submit first, or remove those that"
            + " are not needed."),
    TASK_OVER("task-over", "该任务已办结或已收回，不能再上传附件。", "This task is over: nothing can be added to it."),
    ORDER_OVER(
        "order-over",
        "该督办单已提交整改或已办结，不能再上传附件。",
        "This order was answered or has ended: nothing can be added to it."),
    CASE_ERASED(
        "case-erased",
        "该工单的内容已按规定清除，不能再上传附件。",
        "The content of this case was erased: nothing can be added to it."),
    FOLLOWER_ERASED(
        "follower-erased",
        "上传期间，并入本工单的一件诉求已按规定清除内容。请确认文件不涉及该诉求后重新上传。",
        "While it was sent, the content of a case that was merged into this one was erased. Make"
            + " sure that the file does not show it, and upload it again.");

    private final String code;
    private final String zh;
    private final String en;

    Reason(String code, String zh, String en) {
      this.code = code;
      this.zh = zh;
      this.en = en;
    }
  }

  private final Reason reason;

  FileRefused(Reason reason) {
    super("file-refused", 422, "文件不能上传", "The file is not taken", reason.zh, reason.en);
    this.reason = reason;
    with("reason", reason.code);
  }

  Reason reason() {
    return reason;
  }
}
