package hotline.dispatch.timekeeping;

import hotline.access.Violations;
import hotline.calendar.LightRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When clocks turn yellow (黄灯): once no more than this share is left and no more than so many days,
 * whichever comes later.
 *
 * @param percent 1 to 100 of the limit; 100 leaves it to the days alone
 * @param days 1 to 366, natural days of a natural limit and work days of any other
 */
@Schema(name = "LightThresholds")
public record LightEntry(Integer percent, Integer days) {

  static LightEntry of(LightRule rule) {
    return new LightEntry(rule.percent(), rule.days());
  }

  LightRule rule() {
    return new LightRule(percent, days);
  }

  void check(Violations wrong) {
    wrong.require(
        percent != null && days != null,
        "light",
        "incomplete",
        "请同时填写黄灯比例 percent 与天数 days。",
        "Give both the percent and the days at which the light turns.");
    if (percent != null && days != null) {
      Refused.by(wrong, "light", this::rule);
    }
  }
}
