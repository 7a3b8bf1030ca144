package hotline.dispatch.departures;

import hotline.access.Actor;
import hotline.access.Invalid;
import hotline.access.Role;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.deputies.DeputyView;
import hotline.dispatch.deputies.LeavingDeputy;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.owners.LeaversCase;
import hotline.dispatch.owners.LeavingOwner;
import hotline.lifecycle.DirectoryEntry.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is of a unit, and what is in the hands of one of them. */
@ApplicationScoped
class DeparturePreview {

  private final DepartureStore store;
  private final LeavingOwner owners;
  private final LeavingDeputy deputies;
  private final DirectoryStore directory;
  private final Clock clock;

  DeparturePreview(
      DepartureStore store,
      LeavingOwner owners,
      LeavingDeputy deputies,
      DirectoryStore directory,
      Clock clock) {
    this.store = store;
    this.owners = owners;
    this.deputies = deputies;
    this.directory = directory;
    this.clock = clock;
  }

  /** A list that is whole. */
  @Schema(name = "UnitPeople")
  record People(List<UnitPerson> items, long count) {}

  /**
   * An owned case.
   *
   * @param caseNo null of one in confidence, for whoever works for a unit
   */
  @Schema(name = "OwnedCaseOfLeaver")
  record Owned(String caseNo, LeaversCase becomes) {}

  /**
   * What is in somebody's hands.
   *
   * @param owned cases (包案) that the person owns or is to own
   * @param deputies that end, both ways (代班)
   * @param stays what the person wrote and waits for others: it is the unit's
   */
  @Schema(name = "InLeaversHands")
  record InHands(
      UnitPerson person, List<Owned> owned, List<DeputyView> deputies, LeaversWork stays) {}

  People people(Actor actor, String unitId) {
    Unit unit = DepartureUnit.of(actor, unitId, directory.recent());
    List<UnitPerson> people = store.people(unit.code(), Cause.now(clock));
    return new People(people, people.size());
  }

  InHands inHands(Actor actor, String unitId, String userRef) {
    Unit unit = DepartureUnit.of(actor, unitId, directory.recent());
    Instant now = Cause.now(clock);
    UnitPerson person =
        store.people(unit.code(), now).stream()
            .filter(one -> one.userRef().equals(userRef))
            .findFirst()
            .orElseThrow(
                () ->
                    new Invalid(
                        "leaverRef",
                        "unknown-person",
                        "该单位没有此人，请从人员列表中选择。",
                        "Nobody of this unit. Choose somebody of the list."));
    boolean all = actor.is(Role.SUPERVISOR);
    return new InHands(
        person,
        owners.inHand(userRef, unit.code()).stream()
            .map(one -> new Owned(one.isProtected() && !all ? null : one.caseNo(), one.becomes()))
            .toList(),
        deputies.inHand(userRef, unit.code(), actor.userId(), now),
        store.staying(userRef, unit.path()));
  }
}
