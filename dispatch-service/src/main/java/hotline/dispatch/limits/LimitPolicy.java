package hotline.dispatch.limits;

import hotline.calendar.LightRule;
import hotline.calendar.LimitRule;
import hotline.lifecycle.CaseKind;
import hotline.lifecycle.Urgency;
import java.util.HashMap;
import java.util.Map;

/** A table of limits (时限) by kind and urgency; immutable. */
public final class LimitPolicy {

  /** What is limited. */
  public enum Limited {
    SIGN,
    CONTACT,
    REPLY,
    REHANDLE,
    /** The window in which a unit may ask to give the case back. */
    RETURN,
    /** The longest extension, in work days. */
    EXTENSION,
    /** The longest hold. */
    HOLD
  }

  private final String version;
  private final LightRule light;
  private final Map<String, Entry> entries = new HashMap<>();

  private record Entry(LimitRule rule, Integer times) {}

  public LimitPolicy(String version, LightRule light) {
    this.version = version;
    this.light = light;
  }

  public static LimitPolicy of(String version, Iterable<LimitRow> rows, LightRule light) {
    LimitPolicy policy = new LimitPolicy(version, light);
    for (LimitRow row : rows) {
      policy.with(row.kind(), row.urgency(), row.clock(), row.rule(), row.times());
    }
    return policy;
  }

  LimitPolicy with(CaseKind kind, Urgency urgency, Limited limited, LimitRule rule, Integer times) {
    entries.put(key(kind, urgency, limited), new Entry(rule, times));
    return this;
  }

  /** The name of the table, such as {@code sd-default/1}. */
  public String version() {
    return version;
  }

  /** When clocks turn yellow. */
  public LightRule light() {
    return light;
  }

  /** The limits of a round; from the second on the reply has the limit of rehandling (二次办理). */
  public Limits limits(CaseKind kind, Urgency urgency, int round) {
    LimitRule reply = required(kind, urgency, Limited.REPLY);
    // A kind that is never rehandled by this policy keeps its ordinary limit if it is nevertheless.
    LimitRule rehandle = round == 1 ? null : rule(kind, urgency, Limited.REHANDLE);
    return new Limits(
        version,
        required(kind, urgency, Limited.SIGN),
        rule(kind, urgency, Limited.CONTACT),
        rehandle == null ? reply : rehandle,
        light);
  }

  /** What a unit that handles such a case may ask the centre for. */
  public RequestLimits requests(CaseKind kind, Urgency urgency) {
    Entry window = entry(kind, urgency, Limited.RETURN);
    Entry extension = entry(kind, urgency, Limited.EXTENSION);
    LimitRule hold = rule(kind, urgency, Limited.HOLD);
    return new RequestLimits(
        window == null ? null : window.rule(),
        window == null ? null : window.times(),
        extension == null ? null : extension.rule().limit(),
        extension == null ? null : extension.times(),
        hold == null ? null : hold.limit());
  }

  private LimitRule required(CaseKind kind, Urgency urgency, Limited limited) {
    LimitRule rule = rule(kind, urgency, limited);
    if (rule == null) {
      throw new IllegalStateException(
          "Policy " + version + " has no " + limited + " limit for " + kind + ", " + urgency);
    }
    return rule;
  }

  private LimitRule rule(CaseKind kind, Urgency urgency, Limited limited) {
    Entry entry = entry(kind, urgency, limited);
    return entry == null ? null : entry.rule();
  }

  private Entry entry(CaseKind kind, Urgency urgency, Limited limited) {
    Entry exact = entries.get(key(kind, urgency, limited));
    return exact != null ? exact : entries.get(key(null, urgency, limited));
  }

  private static String key(CaseKind kind, Urgency urgency, Limited limited) {
    return kind + "/" + urgency + "/" + limited;
  }
}
