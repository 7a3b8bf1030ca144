package hotline.simulator;

import hotline.simulator.api.GaveUp;
import hotline.simulator.api.Refused;
import hotline.simulator.story.HolidayCase;
import hotline.simulator.story.Stage;
import java.io.IOException;
import java.time.Instant;

/**
 * Plays one hard case in simulated time, from the eve of National Day to the citizen's rating, and
 * says where its page is. Played once per stack; {@code --again} plays another one.
 */
public final class Story {

  private static final String SOURCE = "deploy/story";
  private static final String REF = "national-day-2026";

  private Story() {}

  public static void main(String[] arguments) throws Exception {
    try {
      Target target = Target.parse(arguments);
      String ref = target.has("--again") ? REF + "-" + Instant.now().toEpochMilli() : REF;
      OnlyPlayer.play(target, () -> play(target, ref));
    } catch (IllegalArgumentException | IOException | GaveUp | Refused e) {
      System.err.println("✗ " + e.getMessage());
      System.exit(1);
    }
  }

  private static void play(Target target, String ref) throws InterruptedException {
    try (Stage stage = new Stage(target.api(), target.clock(), SOURCE, ref)) {
      String caseId = new HolidayCase(stage).play();
      System.out.println();
      System.out.println("  一案一页 its life  " + target.gateway() + "/cases/" + caseId + "/life");
      System.out.println("  以 supervisor 或 leader 登录 sign in as either; password: demo");
    }
  }
}
