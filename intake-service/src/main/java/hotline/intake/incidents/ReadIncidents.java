package hotline.intake.incidents;

import hotline.access.Invalid;
import hotline.intake.cases.Page;
import hotline.intake.cases.PageRequest;
import hotline.intake.incidents.IncidentResource.CaseLine;
import hotline.intake.incidents.IncidentResource.Detail;
import hotline.intake.incidents.IncidentResource.IncidentView;
import hotline.intake.incidents.IncidentRollUp.OfGrid;
import hotline.intake.reference.Directories;
import hotline.intake.reference.Directory;
import hotline.lifecycle.DirectoryEntry.Category;
import hotline.lifecycle.DirectoryEntry.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** What seats read of incidents: the script that is read now, and what it came to. */
@ApplicationScoped
class ReadIncidents {
  private final IncidentStore incidents;
  private final Directories directories;

  @Inject
  ReadIncidents(IncidentStore incidents, Directories directories) {
    this.incidents = incidents;
    this.directories = directories;
  }

  @Transactional
  Page<IncidentView> list(String state, PageRequest page) {
    Page<IncidentStore.Line> found = incidents.list(inForce(state), page);
    Directory directory = directories.current();
    return new Page<>(
        found.items().stream().map(line -> view(line, directory)).toList(),
        found.count(),
        found.nextCursor());
  }

  private static Boolean inForce(String state) {
    if (state == null || state.isBlank()) {
      return null;
    }
    return switch (state.strip()) {
      case "in-force" -> true;
      case "ended" -> false;
      default ->
          throw new Invalid(
              "state",
              "unknown-value",
              "state 应为 in-force 或 ended，留空为全部。",
              "state is in-force or ended; empty for all.");
    };
  }

  @Transactional
  Detail detail(UUID id) {
    IncidentStore.Line line = incidents.known(id);
    Directory directory = directories.current();
    IncidentRollUp counted = incidents.rollUp(line.incident().caseId());
    return new Detail(
        view(line, directory),
        incidents.scripts(id),
        incidents.messages(id),
        Incident.MOST_MESSAGES - line.incident().messages(),
        new IncidentRollUp(
            counted.cases(),
            counted.callers(),
            counted.first(),
            counted.last(),
            counted.statuses(),
            counted.grids().stream().map(one -> named(one, directory)).toList()));
  }

  @Transactional
  Page<CaseLine> cases(UUID id, PageRequest page) {
    Page<CaseLine> found = incidents.cases(incidents.known(id).incident().caseId(), page);
    Directory directory = directories.current();
    return new Page<>(
        found.items().stream().map(one -> one.in(name(one.placeCode(), directory))).toList(),
        found.count(),
        found.nextCursor());
  }

  private static String name(String placeCode, Directory directory) {
    return directory.place(placeCode).map(Place::name).orElse(placeCode);
  }

  private static OfGrid named(OfGrid one, Directory directory) {
    return new OfGrid(
        one.placeCode(), name(one.placeCode(), directory), one.cases(), one.callers());
  }

  private static IncidentView view(IncidentStore.Line line, Directory directory) {
    Incident of = line.incident();
    return new IncidentView(
        of.id(),
        of.name(),
        of.area(),
        // That it has become a report or confidential since is nobody's hint.
        line.joinable() ? of.caseId() : null,
        line.joinable() ? line.caseNo() : null,
        of.inForce() && line.joinable(),
        of.categoryCode(),
        directory.category(of.categoryCode()).map(Category::nameZh).orElse(of.categoryCode()),
        line.script(),
        of.scriptNo(),
        line.scriptSince(),
        of.declaredBy(),
        of.declaredAt(),
        of.endedBy(),
        of.endedAt(),
        of.closingNote(),
        line.cases(),
        of.version());
  }
}
