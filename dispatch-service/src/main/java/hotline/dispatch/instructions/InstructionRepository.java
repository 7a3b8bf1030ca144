package hotline.dispatch.instructions;

import hotline.access.NotFound;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.lifecycle.DispatchEvent;
import hotline.lifecycle.Fact;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

@ApplicationScoped
class InstructionRepository implements PanacheRepositoryBase<Instruction, UUID> {

  private final CaseRepository cases;

  InstructionRepository(CaseRepository cases) {
    this.cases = cases;
  }

  /**
   * An instruction with all its units, locked, and its case, locked as well.
   *
   * @param about null while it is about no case
   */
  record Held(Instruction instruction, List<InstructedUnit> units, HandledCase about) {

    InstructedUnit unit(String unitId) {
      return find(unitId).orElseThrow(() -> new NotFound("批示件", "instruction"));
    }

    Optional<InstructedUnit> find(String unitId) {
      return units.stream().filter(unit -> unit.unitId().equals(unitId)).findFirst();
    }

    /** What is about no case is on no case's record. */
    void say(DispatchEvent event, Cause cause, Collection<Fact> facts) {
      if (about != null) {
        facts.add(about.say(event, cause));
      }
    }
  }

  Held lock(UUID instructionId) {
    return lockAll(List.of(instructionId)).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("批示件", "instruction"));
  }

  /**
   * The instruction is locked before its case, because only it knows which case that is; nobody who
   * has a case locks an instruction afterwards, so nobody waits in a circle.
   */
  List<Held> lockAll(Collection<UUID> instructionIds) {
    Session session = getEntityManager().unwrap(Session.class);
    UUID[] ids = instructionIds.toArray(UUID[]::new);
    List<Instruction> found =
        session
            .createNativeQuery(
                "select * from instruction where instruction_id = any(:ids)"
                    + " order by instruction_id for update",
                Instruction.class)
            .setParameter("ids", ids)
            .getResultList();
    Map<UUID, List<InstructedUnit>> units = unitsOf(instructionIds);
    Map<UUID, HandledCase> about =
        cases.lockAll(found.stream().map(Instruction::caseId).filter(Objects::nonNull).toList());
    return found.stream()
        .map(
            one ->
                new Held(
                    one,
                    units.getOrDefault(one.instructionId(), List.of()),
                    one.caseId() == null ? null : about.get(one.caseId())))
        .toList();
  }

  Map<UUID, List<InstructedUnit>> unitsOf(Collection<UUID> instructionIds) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select * from instructed_unit where instruction_id = any(:ids)"
                + " order by instruction_id, duty, unit_path",
            InstructedUnit.class)
        .setParameter("ids", instructionIds.toArray(UUID[]::new))
        .getResultList()
        .stream()
        .collect(Collectors.groupingBy(InstructedUnit::instructionId));
  }

  List<Instruction> ofCase(UUID caseId) {
    return list("caseId = ?1 order by givenAt desc, instructionId", caseId);
  }

  /** Those who have to answer, whose time lies ahead and was computed with an older calendar. */
  List<InstructedUnit> behind(int calendarVersion, Instant now) {
    return getEntityManager()
        .createQuery(
            "from InstructedUnit where doneAt is null and missed = false and clock.dueAt > :now"
                + " and clock.dueCalendar < :version",
            InstructedUnit.class)
        .setParameter("now", now)
        .setParameter("version", calendarVersion)
        .getResultStream()
        .filter(InstructedUnit::awaitsAnswer)
        .toList();
  }
}
