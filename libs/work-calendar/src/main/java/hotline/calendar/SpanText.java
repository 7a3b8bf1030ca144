package hotline.calendar;

/** The sentence of one span in both languages. */
final class SpanText {

  private final StringBuilder zh = new StringBuilder();
  private final StringBuilder en = new StringBuilder();

  SpanText(SpanReason reason, Label label, boolean guessed, long time) {
    zh.append(reason.zh());
    en.append(reason.en());
    if (!label.zh().isEmpty()) {
      zh.append("（").append(label.zh()).append("）");
      en.append(" (").append(label.en()).append(")");
    }
    if (time > 0) {
      zh.append(" ").append(zh(time));
      en.append(", ").append(en(time));
    }
    zh.append(reason.counts() ? "，计时" : "，不计时");
    en.append(reason.counts() ? ", counted" : ", not counted");
    if (guessed) {
      zh.append("（放假安排尚未导入，按每周作息估算）");
      en.append(" (guessed by the weekly rule: no holiday notice yet)");
    }
  }

  void addProgress(Progress progress) {
    zh.append("，").append(progress.zh());
    en.append(", ").append(progress.en());
  }

  String zh() {
    return zh.toString();
  }

  String en() {
    return en.toString();
  }

  static String zh(long nanos) {
    return parts(nanos, "小时", "分", "秒", "");
  }

  static String en(long nanos) {
    return parts(nanos, " h", " min", " s", " ");
  }

  private static String parts(long nanos, String hour, String minute, String second, String gap) {
    long seconds = nanos / WorkYear.SECOND;
    StringBuilder text = new StringBuilder();
    append(text, seconds / 3_600, hour, gap);
    append(text, seconds / 60 % 60, minute, gap);
    append(text, seconds % 60, second, gap);
    return text.isEmpty() ? "0" + minute : text.toString();
  }

  private static void append(StringBuilder text, long amount, String unit, String gap) {
    if (amount > 0) {
      text.append(text.isEmpty() ? "" : gap).append(amount).append(unit);
    }
  }
}
