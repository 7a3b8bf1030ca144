package hotline.access.problems;

import hotline.access.Refusal;

/** What HTTP itself has to refuse, before the business is asked. */
final class WebRefusal extends Refusal {
  private static final long serialVersionUID = 1L;

  private WebRefusal(
      String slug, int status, String titleZh, String titleEn, String detailZh, String detailEn) {
    super(slug, status, titleZh, titleEn, detailZh, detailEn);
  }

  static WebRefusal ofStatus(int status) {
    return switch (status) {
      case 404 ->
          new WebRefusal(
              "no-such-address",
              404,
              "地址不存在",
              "No such address",
              "没有这个接口地址，请核对路径。",
              "There is nothing at this address; check the path.");
      case 405 ->
          new WebRefusal(
              "method-not-allowed",
              405,
              "方法不允许",
              "Method not allowed",
              "该地址不支持此请求方法，可用方法见接口说明。",
              "This address does not take this method; see the interface description for those it takes.");
      case 406 ->
          new WebRefusal(
              "not-acceptable",
              406,
              "无法提供所需格式",
              "Not acceptable",
              "无法以 Accept 请求头要求的格式答复，请使用 application/json。",
              "The answer cannot be given in the format that the Accept header wants; use application/json.");
      case 408 ->
          new WebRefusal(
                  "body-cut-off",
                  408,
                  "内容没有收全",
                  "Body cut off",
                  "请求正文没有在规定时间内收全，请检查网络后重试。",
                  "The body did not arrive in time or was cut off; check the connection and try again.")
              .closing();
      case 413 ->
          new WebRefusal(
                  "too-large",
                  413,
                  "内容过大",
                  "Too large",
                  "提交的内容超过上限，请减少内容或分次提交。",
                  "The body exceeds the limit; shorten it or send it in parts.")
              .closing();
      case 415 ->
          new WebRefusal(
              "unsupported-media-type",
              415,
              "不支持的内容类型",
              "Unsupported media type",
              "不支持该 Content-Type，通常应为 application/json。",
              "This Content-Type is not taken; it usually is application/json.");
      default ->
          new WebRefusal(
              "bad-request",
              status,
              "请求有误",
              "Bad request",
              "请求不符合 HTTP 或本接口的规定，请核对后重试。",
              "The request does not follow HTTP or this interface; check it and try again.");
    };
  }

  static WebRefusal concurrentChange() {
    return new WebRefusal(
        "conflict",
        409,
        "与其他操作冲突",
        "Conflict",
        "同一事项刚被其他操作占用或已存在，请刷新后重试。",
        "Someone else has just done the same or it already exists; refresh and try again.");
  }

  private WebRefusal closing() {
    withHeader("Connection", "close");
    return this;
  }
}
