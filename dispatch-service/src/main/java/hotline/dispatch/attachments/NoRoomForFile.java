package hotline.dispatch.attachments;

import hotline.access.Refusal;

/** A file too much for its case or its unit; member {@code limitBytes} is the limit. */
class NoRoomForFile extends Refusal {

  private static final long serialVersionUID = 1L;

  private NoRoomForFile(String slug, long limit, String zh, String en) {
    super(slug, 422, "附件总量已满", "There is no room for more files", zh, en);
    with("limitBytes", limit);
  }

  static NoRoomForFile ofCase(long limit) {
    return new NoRoomForFile(
        "files-of-case-full",
        limit,
        "本工单的附件合计不能超过 %s，这个文件没有保存。请压缩后再上传，或沿用本工单已上传的附件；尚未提交的可先移除。".formatted(size(limit)),
        "The files of a case may not exceed %s in all; this one was not kept. Make it smaller, use one that the case has already, or remove what is not submitted yet."
            .formatted(size(limit)));
  }

  static NoRoomForFile ofUnit(long limit) {
    return new NoRoomForFile(
        "waiting-files-of-unit-full",
        limit,
        "本单位已上传、尚未提交的附件合计不能超过 %s，这个文件没有保存。请先提交或移除其他工单中待提交的附件，再上传。".formatted(size(limit)),
        "The files of your unit that wait to be submitted may not exceed %s in all; this one was not kept. Submit or remove those of other cases first."
            .formatted(size(limit)));
  }

  /** Such as 300 MB. */
  private static String size(long bytes) {
    return bytes < 1 << 20 ? bytes / 1024 + " KB" : bytes / (1 << 20) + " MB";
  }
}
