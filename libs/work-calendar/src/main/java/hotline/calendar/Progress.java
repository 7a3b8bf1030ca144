package hotline.calendar;

/** How far a count has come at the end of a span, in words. */
record Progress(String zh, String en) {

  static Progress ofTime(long counted, long amount) {
    return new Progress(
        "累计" + SpanText.zh(counted) + "，共" + SpanText.zh(amount),
        SpanText.en(counted) + " of " + SpanText.en(amount));
  }

  static Progress ofDays(DayCount counted, long amount) {
    String days = counted.rounded().toPlainString();
    return new Progress(
        "累计" + days + "个工作日，共" + amount + "个", days + " of " + amount + " work days");
  }
}
