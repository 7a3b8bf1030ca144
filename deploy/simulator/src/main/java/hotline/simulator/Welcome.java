package hotline.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.relay.quarkus.SimulatedClock;
import hotline.simulator.api.Api;
import hotline.simulator.api.GaveUp;
import hotline.simulator.api.Person;
import hotline.simulator.api.Refused;
import java.io.IOException;
import java.time.Instant;

/** What one needs to know once the stack is up: where, who, and the three headline numbers. */
public final class Welcome {

  private Welcome() {}

  public static void main(String[] arguments) throws Exception {
    try {
      Target target = Target.parse(arguments);
      // A replay that was killed leaves the clock in its own time.
      OnlyPlayer.unlessPlayed(target, () -> SimulatedClock.write(target.clock(), Instant.now(), 1));
      say(target);
    } catch (IllegalArgumentException | IOException | GaveUp | Refused e) {
      System.err.println("✗ " + e.getMessage());
      System.exit(1);
    }
  }

  private static void say(Target target) throws InterruptedException {
    Api api = target.api();
    JsonNode headline = api.get(Person.ANALYST, "/reporting/api/headline");
    JsonNode satisfied = headline.path("rates").path("satisfied");
    System.out.println();
    System.out.println("  打开 open        " + target.gateway());
    System.out.println("  市民查询 track   " + target.gateway() + "/track");
    System.out.println("  演示用户 users   密码均为 password: demo");
    user("operator", "话务员 registers requests");
    user("shift-lead", "班长 confirms refusals, opens outages and changeovers");
    user("screener", "预审员 accepts them");
    user("dispatcher", "派单员 dispatches what no rule does");
    user("unit-desk", "二级承办 hands tasks down to streets");
    user("clerk / clerk-zj / clerk-street", "经办人 signs, calls, replies");
    user("unit-leader", "分管领导 signs before a unit submits");
    user("reply-reviewer", "答复审核员 passes or rejects replies");
    user("callback-agent / callback-lead", "回访员、回访组长 call back and record the rating");
    user("supervisor / supervisor-two", "督办员 urge, check on site, sign for each other");
    user("assessment-clerk", "考核员 ranks units, decides exclusions");
    user("leader / analyst", "领导、分析员 watch the numbers");
    user("catalogue-admin", "目录管理员 publishes knowledge, keeps the routing rules");
    user("calendar-admin", "日历管理员 keeps the calendar and the limits");
    user("org-admin", "机构管理员 keeps units and whose signature they need");
    user("auditor", "审计员 reads who looked at contacts");
    user("system-admin", "系统管理员 sees parked cases");
    System.out.println();
    System.out.printf(
        "  受理 accepted %d   办结 closed %d   满意 satisfied %s (%s)%n%n",
        headline.path("accepted").asLong(),
        headline.path("closed").asLong(),
        number(satisfied.path("numerator")),
        satisfied.path("value").isNumber()
            ? String.format("%.2f %%", satisfied.path("value").asDouble() * 100)
            : "–");
  }

  private static String number(JsonNode node) {
    return node.isMissingNode() ? "0" : Long.toString(node.asLong());
  }

  private static void user(String names, String what) {
    System.out.printf("    %-34s %s%n", names, what);
  }
}
