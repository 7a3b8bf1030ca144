package hotline.dispatch.limits;

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
    REHANDLE
  }

  private final String version;
  private final Map<String, LimitRule> rules = new HashMap<>();

  public LimitPolicy(String version) {
    this.version = version;
  }

  LimitPolicy with(CaseKind kind, Urgency urgency, Limited limited, LimitRule rule) {
    rules.put(key(kind, urgency, limited), rule);
    return this;
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
        rehandle == null ? reply : rehandle);
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
    LimitRule exact = rules.get(key(kind, urgency, limited));
    return exact != null ? exact : rules.get(key(null, urgency, limited));
  }

  private static String key(CaseKind kind, Urgency urgency, Limited limited) {
    return kind + "/" + urgency + "/" + limited;
  }
}
