package hotline.gateway;

import io.vertx.core.json.JsonObject;

/** What the gateway itself has to say to a client, as problem details (RFC 9457). */
enum Problem {
  AWAY(
      503,
      "service-away",
      "服务暂时不可用",
      "The service is away",
      "服务正在启动或恢复，请稍候重试，已填写的内容不会丢失。",
      "It is starting or coming back. Try again in a moment; nothing was lost."),
  BROKE_OFF(
      502,
      "service-broke-off",
      "服务中断了本次请求",
      "The service broke off",
      "服务在答复之前中断，请使用同一个 Idempotency-Key 重试。",
      "It ended before it had answered. Try again with the same Idempotency-Key."),
  SILENT(
      504,
      "service-silent",
      "服务长时间没有答复",
      "The service did not answer in time",
      "请稍候使用同一个 Idempotency-Key 重试。",
      "Try again in a moment with the same Idempotency-Key."),
  TOO_LARGE(
      413,
      "body-too-large",
      "提交的内容过大",
      "The request body is too large",
      "请缩减内容或将文件拆分后再提交。",
      "Shorten it, or split the file, and send it again."),
  TOO_SLOW(
      408,
      "request-too-slow",
      "提交过程超时",
      "The request took too long to arrive",
      "请检查网络后重试。",
      "Check the network and try again."),
  BAD_ADDRESS(
      400,
      "bad-address",
      "地址的写法不合规",
      "The address is not well-formed",
      "% 之后须有两位十六进制数字，百分号本身写成 %25；空格、引号、| 等字符也须转义。",
      "A % must be followed by two hexadecimal digits, a percent sign itself is written %25;"
          + " spaces, quotes, | and the like are escaped too."),
  NO_SUCH_FILE(404, "not-found", "没有这个地址", "There is nothing here", "请检查地址。", "Check the address."),
  METHOD_NOT_ALLOWED(
      405,
      "method-not-allowed",
      "不支持该请求方法",
      "Method not allowed",
      "此处只能读取。",
      "Only reading is possible here.");

  private final int status;
  private final String code;
  private final String titleZh;
  private final String titleEn;
  private final String detailZh;
  private final String detailEn;

  Problem(
      int status, String code, String titleZh, String titleEn, String detailZh, String detailEn) {
    this.status = status;
    this.code = code;
    this.titleZh = titleZh;
    this.titleEn = titleEn;
    this.detailZh = detailZh;
    this.detailEn = detailEn;
  }

  int status() {
    return status;
  }

  /** Whether the client should simply try again. */
  boolean passing() {
    return status >= 500;
  }

  String json(boolean english, String instance) {
    return new JsonObject()
        .put("type", "urn:hotline:problem:" + code)
        .put("title", english ? titleEn : titleZh)
        .put("titleZh", titleZh)
        .put("titleEn", titleEn)
        .put("status", status)
        .put("detail", english ? detailEn : detailZh)
        .put("detailZh", detailZh)
        .put("detailEn", detailEn)
        .put("instance", instance)
        .put("code", code)
        .encode();
  }
}
