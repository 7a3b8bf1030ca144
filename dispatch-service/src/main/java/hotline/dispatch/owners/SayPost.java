package hotline.dispatch.owners;

import hotline.access.Actor;
import hotline.access.Invalid;
import hotline.access.Violations;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.directory.DirectoryStore;
import hotline.lifecycle.DirectoryEntry.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A leader says the own post (登记职务) and can be chosen as an owner from then on. */
@ApplicationScoped
public class SayPost {

  static final int LONGEST = 60;

  private final Leaders leaders;
  private final DirectoryStore directory;
  private final Clock clock;

  SayPost(Leaders leaders, DirectoryStore directory, Clock clock) {
    this.leaders = leaders;
    this.directory = directory;
    this.clock = clock;
  }

  /** Such as 分管副局长. */
  @Schema(name = "PostEntry")
  public record Entry(String post) {

    void check() {
      new Violations().required(post, "post").atMost(post, LONGEST, "post").throwIfAny();
    }
  }

  @Transactional
  public Leader say(Actor actor, Entry entry) {
    entry.check();
    Unit unit =
        directory
            .recent()
            .unit(actor.unitId())
            .filter(Unit::active)
            .orElseThrow(
                () ->
                    new Invalid(
                        "unit",
                        "unknown-unit",
                        "您的账号没有对应的现有单位，请联系管理员。",
                        "Your account has no unit of the directory. Ask an administrator."));
    Leader leader = new Leader(actor.userId(), unit.code(), unit.path(), entry.post().strip());
    leaders.save(leader, Cause.now(clock));
    return leader;
  }
}
