package hotline.simulator.requests;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a citizen answers when called back. */
public enum Opinion {
  SATISFIED("YES", "YES", null, "问题已经解决，谢谢。"),
  PARTLY("PARTLY", "YES", null, "比以前好多了，希望继续跟进。"),
  POLICY("NOT_BY_POLICY", "NO", "POLICY", "理解政策，但还是希望能解决。"),
  THIRD_PARTY("NO", "NO", "THIRD_PARTY", "主要是对方一直不配合。"),
  SILENT("UNKNOWN", "UNKNOWN", null, null),
  /** Sends the case back to its unit. */
  UNIT_FAILED("NO", "NO", "UNIT", "没有解决，希望重新处理。");

  private static final int OF_A_HUNDRED = 100;

  private final String solved;
  private final String satisfied;
  private final String reason;
  private final String words;

  Opinion(String solved, String satisfied, String reason, String words) {
    this.solved = solved;
    this.satisfied = satisfied;
    this.reason = reason;
    this.words = words;
  }

  /**
   * The same answer for the same request, however often it is played; about nine in ten are
   * satisfied. Never one that sends the case back: the times of replies are those of the file.
   */
  public static Opinion of(String source, String ref) {
    int at = Math.floorMod((source + "#" + ref).hashCode() * 0x9E3779B1, OF_A_HUNDRED);
    if (at < 80) {
      return SATISFIED;
    }
    if (at < 90) {
      return PARTLY;
    }
    if (at < 95) {
      return POLICY;
    }
    return at < 98 ? THIRD_PARTY : SILENT;
  }

  /** The questionnaire as the evaluation service takes it. */
  public Map<String, Object> questionnaire() {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("responded", this == SILENT ? "UNKNOWN" : "YES");
    form.put("solved", solved);
    form.put("satisfied", satisfied);
    form.put("requestTrue", this == SILENT ? "UNKNOWN" : "YES");
    if (reason != null) {
      form.put("reason", reason);
    }
    if (words != null) {
      form.put("verbatim", words);
    }
    return form;
  }
}
