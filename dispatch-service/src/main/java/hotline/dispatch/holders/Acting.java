package hotline.dispatch.holders;

import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.assignments.PartView;
import hotline.lifecycle.AssignmentStatus;
import hotline.lifecycle.DeadlineKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which unit has to act on what the lead handed down, however far, and since when: of several parts
 * the one that is due first; the unit above while one waits for its decision.
 */
record Acting(Assignment task, Instant since) {

  /**
   * @param open the open tasks of the case
   */
  static Acting of(Assignment lead, List<Assignment> open) {
    Acting acting = new Acting(lead, lead.inHandSince());
    while (acting.task.status() == AssignmentStatus.SUBDISPATCHED) {
      Assignment above = acting.task;
      List<Assignment> parts =
          open.stream()
              .filter(one -> above.assignmentId().equals(one.handedDown().parentId()))
              .toList();
      Optional<Instant> asked =
          parts.stream()
              .filter(PartView::isToBeDecided)
              .map(PartView::since)
              .min(Comparator.naturalOrder());
      Optional<Assignment> next =
          parts.stream().min(Comparator.comparing(part -> part.clocks().due(DeadlineKind.REPLY)));
      if (asked.isPresent()) {
        return new Acting(above, asked.get());
      }
      if (next.isEmpty()) {
        return acting;
      }
      acting = new Acting(next.get(), PartView.since(next.get()));
    }
    return acting;
  }
}
