package hotline.dispatch.departures;

import hotline.access.Actor;
import hotline.access.Invalid;
import hotline.access.Violations;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.owners.LeavingOwner;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.Uuid7;
import hotline.relay.quarkus.ServiceTimers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A leader of the unit, or the centre, says who leaves, from when, and who takes over (离岗移交). */
@ApplicationScoped
class OrderDeparture {

  private final DepartureStore store;
  private final MoveHands hands;
  private final LeavingOwner owners;
  private final DirectoryStore directory;
  private final ServiceTimers timers;
  private final Clock clock;

  OrderDeparture(
      DepartureStore store,
      MoveHands hands,
      LeavingOwner owners,
      DirectoryStore directory,
      ServiceTimers timers,
      Clock clock) {
    this.store = store;
    this.hands = hands;
    this.owners = owners;
    this.directory = directory;
    this.timers = timers;
    this.clock = clock;
  }

  /**
   * What is ordered.
   *
   * @param unitId absent for the own unit
   * @param from a day of the city, at whose beginning it moves; absent for now
   */
  @Schema(name = "DepartureEntry")
  record Entry(
      String unitId, String leaverRef, String successorRef, LocalDate from, String reason) {}

  @Transactional
  Departure order(Actor actor, Entry said) {
    Entry entry = said == null ? new Entry(null, null, null, null, null) : said;
    Unit unit = DepartureUnit.of(actor, entry.unitId(), directory.recent());
    Cause cause = Cause.by(actor, clock);
    Instant now = cause.at();
    if (entry.leaverRef() != null) {
      // Who pressed second finds that everything has moved.
      store.lockPerson(entry.leaverRef());
    }
    List<UnitPerson> people = store.people(unit.code(), now);
    UnitPerson leaver = find(people, entry.leaverRef());
    UnitPerson successor = find(people, entry.successorRef());
    Violations wrong = new Violations();
    DeparturePolicy.check(wrong, leaver, successor, entry.from(), entry.reason(), now);
    wrong.throwIfAny();
    Departure ordered =
        new Departure(
            Uuid7.at(now),
            0,
            unit.code(),
            unit.path(),
            new Departure.Person(leaver.userRef(), leaver.post()),
            new Departure.Person(successor.userRef(), successor.post()),
            entry.reason().strip(),
            DeparturePolicy.effective(entry.from(), now),
            cause.actor(),
            cause.unit(),
            now,
            DepartureState.PLANNED,
            null,
            null);
    if (!store.add(ordered)) {
      throw new DepartureIsPlanned();
    }
    if (ordered.effectiveAt().isAfter(now)) {
      owners
          .obstacle(owners.inHand(leaver.userRef(), unit.code()), successor.userRef(), unit.code())
          .ifPresent(OrderDeparture::refuse);
      timers.schedule(
          DepartureTimers.KIND, ordered.departureId().toString(), ordered.effectiveAt(), null);
      return ordered;
    }
    MoveHands.Outcome outcome = hands.move(ordered, cause);
    if (outcome.obstacle() != null) {
      refuse(outcome.obstacle());
    }
    if (outcome.nothing()) {
      throw new NothingToMove();
    }
    return store.lock(ordered.departureId()).orElseThrow();
  }

  private static UnitPerson find(List<UnitPerson> people, String userRef) {
    return people.stream().filter(one -> one.userRef().equals(userRef)).findFirst().orElse(null);
  }

  private static void refuse(LeavingOwner.Obstacle obstacle) {
    throw switch (obstacle) {
      case NO_LEADER ->
          new Invalid(
              "successorRef",
              "no-leader",
              "离岗人有包案须移交，接任人须是本单位已登记职务的领导。请另选，或请其先登记领导职务。",
              "Owned cases would move: the successor has to be a leader of the unit who has said the"
                  + " own post. Choose another, or ask for it to be said first.");
      case RESPONDENT ->
          new Invalid(
              "successorRef",
              "respondent-unit",
              "其中有包案反映的是接任人所在单位，不能由其包案。请先在“包案”中单独移交给其他单位领导。",
              "One of the owned cases complains about the unit of the successor. Hand it over to a"
                  + " leader elsewhere first, in the list of owned cases.");
    };
  }
}
