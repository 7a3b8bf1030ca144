package hotline.dispatch.merging;

import hotline.dispatch.assignments.Assignment;
import hotline.dispatch.casefiles.CaseFileStore;
import hotline.dispatch.cases.CaseLog;
import hotline.dispatch.cases.CaseLooks;
import hotline.dispatch.cases.CaseRepository;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.cases.HandledCase;
import hotline.dispatch.publicreplies.PublicReplies;
import hotline.lifecycle.AssignmentCompleted;
import hotline.lifecycle.CaseAnsweredWithMain;
import hotline.lifecycle.CaseUnmerged;
import hotline.lifecycle.Fact;
import hotline.lifecycle.UnmergeReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What becomes of merged cases when something becomes of their main case. None waits for ever: the
 * reply that passes answers them, and whatever else ends the main case lets them go.
 */
@ApplicationScoped
public class Followers {

  // Kept with the merging as a dispatcher's words are.
  private static final String OTHER_RESPONDENT =
      "更正后两件工单的被反映单位不同，主单的答复不作为此件的答复。 · A correction named another unit complained"
          + " about, so the main case's reply does not answer this one.";

  private final CaseRepository cases;
  private final CaseFileStore files;
  private final LendLimits lending;
  private final Mergings mergings;
  private final CaseLooks looks;
  private final PublicReplies publicReplies;
  private final CaseLog log;

  Followers(
      CaseRepository cases,
      CaseFileStore files,
      LendLimits lending,
      Mergings mergings,
      CaseLooks looks,
      PublicReplies publicReplies,
      CaseLog log) {
    this.cases = cases;
    this.files = files;
    this.lending = lending;
    this.mergings = mergings;
    this.looks = looks;
    this.publicReplies = publicReplies;
    this.log = log;
  }

  /** The reply of the lead has passed: it is the answer of those that follow, too. */
  public void answered(HandledCase main, Assignment lead, AssignmentCompleted reply, Cause cause) {
    if (!main.hasMerged()) {
      return;
    }
    List<Fact> facts = new ArrayList<>();
    List<HandledCase> parted = new ArrayList<>();
    List<HandledCase> following = cases.lockFollowers(main.caseId());
    Map<UUID, Optional<String>> respondents = respondents(main, following);
    for (HandledCase one : following) {
      if (!MergeRules.isAnsweredWith(main, one, respondents)) {
        parted.add(one);
        continue;
      }
      facts.add(
          one.say(
              new CaseAnsweredWithMain(
                  main.caseId(),
                  one.roundToDispatch(),
                  reply.unitId(),
                  reply.unitPath(),
                  reply.claimedSolved(),
                  reply.handlerRef(),
                  reply.reviewerRef(),
                  reply.repliedAt(),
                  reply.late()),
              cause));
      one.answeredWith(reply.unitId(), cause.at());
      mergings.answered(one, lead, cause);
    }
    List<UUID> answered = facts.stream().map(fact -> fact.envelope().caseId()).toList();
    log.append(publicReplies.of(answered, cause.at()), facts);
    // Nobody decided that: it follows from what intake has put right.
    Cause system = Cause.bySystem(cause.at(), null);
    for (HandledCase one : parted) {
      letGo(main, one, UnmergeReason.OTHER_MATTER, OTHER_RESPONDENT, system);
    }
    main.leadNobody();
  }

  private Map<UUID, Optional<String>> respondents(HandledCase main, List<HandledCase> following) {
    List<UUID> ids = new ArrayList<>(following.stream().map(HandledCase::caseId).toList());
    ids.add(main.caseId());
    return files.respondents(ids);
  }

  /**
   * A case ended: those that follow it go on, since the main case ended without an answer, whatever
   * ended it; and the case that it followed has no longer to be as quick.
   */
  public void ended(HandledCase one, Cause cause) {
    if (one.hasMerged()) {
      letAllGo(one, UnmergeReason.MAIN_ENDED, cause);
    }
    if (one.endedWhileMerged()) {
      HandledCase main = main(one);
      mergings.over(one.caseId(), cause);
      one.leftMain();
      log.append(leftBy(main, cause));
    }
  }

  /**
   * A correction gave the case another kind or urgency: its main case may have to hurry, or not
   * everybody may know of it who handles the others.
   */
  public void corrected(HandledCase one, Cause cause) {
    if (one.isProtected() && one.hasMerged()) {
      letAllGo(one, UnmergeReason.PROTECTED, cause);
    }
    if (one.isMerged()) {
      HandledCase main = main(one);
      if (one.isProtected()) {
        letGo(main, one, UnmergeReason.PROTECTED, null, cause);
      } else {
        log.append(lending.lend(main, one, lending.clockFrom(one, one.mergedAt()), cause));
      }
    }
  }

  private HandledCase main(HandledCase one) {
    return cases.lockAll(List.of(one.mainCaseId())).get(one.mainCaseId());
  }

  private void letAllGo(HandledCase main, UnmergeReason reason, Cause cause) {
    for (HandledCase one : cases.lockFollowers(main.caseId())) {
      letGo(main, one, reason, null, cause);
    }
    main.leadNobody();
  }

  /** It waits for dispatch again; both rows are locked. */
  void letGo(HandledCase main, HandledCase one, UnmergeReason reason, String note, Cause cause) {
    List<Fact> facts = new ArrayList<>();
    facts.add(one.say(new CaseUnmerged(main.caseId(), reason), cause));
    one.followNoMore(cause.at());
    mergings.unmerged(one.caseId(), reason, note, cause);
    facts.addAll(leftBy(main, cause));
    looks.soon(List.of(one.caseId()), cause.at());
    log.append(facts);
  }

  /** The last that left it takes its clock along. */
  private List<Fact> leftBy(HandledCase main, Cause cause) {
    cases.flush();
    return main.isOver() || !main.hasMerged() || cases.hasFollowers(main.caseId())
        ? List.of()
        : lending.takeBack(main, cause);
  }
}
