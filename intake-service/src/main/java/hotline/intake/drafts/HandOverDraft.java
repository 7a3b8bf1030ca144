package hotline.intake.drafts;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Invalid;
import hotline.access.NotFound;
import hotline.intake.drafts.DraftStore.Seat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The shift lead takes an unfinished registration over, or gives it to an operator (交接草稿). */
@ApplicationScoped
class HandOverDraft {
  private static final Duration AT_WORK = Duration.ofDays(7);

  /** Where it stands then. */
  record HandedOver(long version, String ownerName, Instant at) {}

  private final DraftStore drafts;
  private final Clock clock;

  @Inject
  HandOverDraft(DraftStore drafts, Clock clock) {
    this.drafts = drafts;
    this.clock = clock;
  }

  /** Those who began a registration in the last seven days. */
  @Transactional
  List<Seat> seats() {
    return drafts.seats(clock.instant().minus(AT_WORK));
  }

  /**
   * @param to null or empty: the lead takes it
   */
  @Transactional
  HandedOver handOver(UUID id, String to, IfMatch expected, Actor lead) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Draft draft = drafts.hold(id).orElseThrow(() -> new NotFound("草稿", "draft"));
    expected.check(draft.version());
    Seat receiver =
        to == null || to.isBlank() || to.equals(lead.userId())
            ? new Seat(lead.userId(), Draft.nameOf(lead), now)
            : seat(to, now);
    if (receiver.userRef().equals(draft.ownerRef())) {
      throw new Invalid(
          "to",
          "has-it-already",
          "该草稿已在此人名下，请选择其他人。",
          "The draft is theirs already; choose somebody else.");
    }
    return new HandedOver(
        drafts.handOver(draft, receiver, lead.userId(), now), receiver.name(), now);
  }

  private Seat seat(String userRef, Instant now) {
    return drafts.seats(now.minus(AT_WORK)).stream()
        .filter(seat -> seat.userRef().equals(userRef))
        .findFirst()
        .orElseThrow(
            () ->
                new Invalid(
                    "to",
                    "unknown-value",
                    "近七天没有该话务员的登记记录，请从列表中选择。",
                    "No operator of this name has begun a registration in the last seven days; choose"
                        + " from the list."));
  }
}
