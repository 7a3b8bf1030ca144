package hotline.dispatch.owners;

import hotline.access.Invalid;
import hotline.dispatch.casefiles.CaseFileStore;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.lifecycle.DirectoryEntry.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The leader whom somebody chose as an owner, if he may be one. */
@ApplicationScoped
class ChosenLeader {

  private final Leaders leaders;
  private final CaseFileStore files;
  private final DirectoryStore directory;

  ChosenLeader(Leaders leaders, CaseFileStore files, DirectoryStore directory) {
    this.leaders = leaders;
    this.files = files;
    this.directory = directory;
  }

  Leader of(String userRef, UUID caseId) {
    Leader leader = leaders.find(userRef).orElseThrow(ChosenLeader::unknown);
    Directory known = directory.recent();
    Unit unit = known.unit(leader.unitId()).filter(Unit::active).orElseThrow(ChosenLeader::unknown);
    Optional<String> respondent =
        files.respondents(List.of(caseId)).getOrDefault(caseId, Optional.empty());
    if (respondent.isPresent() && known.isOnTheSideOf(unit, respondent.get())) {
      throw new RespondentMayNotOwn();
    }
    return leader;
  }

  private static Invalid unknown() {
    return new Invalid(
        "leaderRef",
        "unknown-leader",
        "没有这位领导，或其单位已撤销。请从领导名册中选择；未在册的领导请先登记职务。",
        "There is no such leader, or the unit does not exist any more. Choose one from the list;"
            + " who is not on it says the own post first.");
  }
}
