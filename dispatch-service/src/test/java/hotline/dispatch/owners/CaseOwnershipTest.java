package hotline.dispatch.owners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.dispatch.cases.Cause;
import hotline.lifecycle.OwnerHandedOver;
import hotline.lifecycle.OwnershipReason;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseOwnershipTest {

  private static final Instant NOW = Instant.parse("2026-11-09T02:00:00Z");
  private static final Instant DUE = NOW.plus(Duration.ofDays(3));
  private static final Leader ONE = new Leader("one", "cg", "/center/cg", "副局长");
  private static final Leader OTHER = new Leader("other", "zj", "/center/zj", "局长");

  private final CaseOwnership owned =
      CaseOwnership.assign(
          UUID.randomUUID(),
          OwnershipReason.MASS,
          ONE,
          DUE,
          new Cause(NOW, "supervisor", "center", null));

  @Test
  void it_stays_after_the_signature_until_the_citizen_has_answered() {
    owned.signOff(at(1));
    assertThat(owned.release(at(1))).isEmpty();
    assertThat(owned.next()).isEqualTo(NextStep.CITIZEN_ANSWER);

    owned.hearAnswer(at(2));

    assertThat(owned.release(at(2)))
        .hasValueSatisfying(
            released -> {
              assertThat(released.signedOffAt()).isEqualTo(at(1));
              assertThat(released.answeredAt()).isEqualTo(at(2));
            });
    assertThat(owned.release(at(3))).as("said once").isEmpty();
  }

  @Test
  void it_stays_after_the_answer_until_the_owner_has_signed_off() {
    owned.hearAnswer(at(1));
    assertThat(owned.release(at(1))).isEmpty();
    assertThat(owned.next()).isEqualTo(NextStep.SIGN_OFF);

    owned.signOff(at(2));

    assertThat(owned.release(at(2))).isPresent();
    assertThat(owned.status()).isEqualTo(OwnershipStatus.RELEASED);
    assertThat(owned.releasedAt()).isEqualTo(at(2));
  }

  @Test
  void another_round_takes_the_signature_back_and_nothing_else() {
    assertThat(owned.handledAgain(2, DUE)).isEmpty();
    owned.visit(at(60));
    owned.signOff(at(1));
    assertThat(owned.visit(at(90)).visitDue()).as("no further visit is due").isNull();

    assertThat(owned.handledAgain(2, at(120)))
        .hasValueSatisfying(resumed -> assertThat(resumed.round()).isEqualTo(2));

    assertThat(owned.signedOffAt()).isNull();
    assertThat(owned.visits()).isEqualTo(2);
    assertThat(owned.visitDue()).isEqualTo(at(120));
    assertThat(owned.next()).isEqualTo(NextStep.VISIT);
  }

  @Test
  void a_handover_waits_for_a_leader_and_the_owner_works_on_meanwhile() {
    owned.askHandover(OTHER, "one");
    assertThat(owned.next()).isEqualTo(NextStep.DECIDE_HANDOVER);
    assertThat(owned.owner()).isEqualTo(ONE);
    owned.visit(at(60));
    assertThatThrownBy(() -> owned.signOff(at(1))).isInstanceOf(OwnershipNotReady.class);

    owned.refuseHandover();
    assertThat(owned.owner()).isEqualTo(ONE);
    assertThat(owned.proposed()).isNull();

    owned.askHandover(OTHER, "one");
    OwnerHandedOver handed = owned.approveHandover(at(240));
    assertThat(handed.previousOwnerRef()).isEqualTo("one");
    assertThat(handed.ownerRef()).isEqualTo("other");
    assertThat(owned.owner()).isEqualTo(OTHER);
    assertThat(owned.askedBy()).isNull();
    assertThat(owned.visitDue()).isEqualTo(at(240));
  }

  @Test
  void the_first_answer_of_the_citizen_counts() {
    assertThat(owned.hearAnswer(at(1))).isTrue();
    assertThat(owned.hearAnswer(at(2))).isFalse();
    assertThat(owned.answeredAt()).isEqualTo(at(1));
  }

  private static Instant at(int minutes) {
    return NOW.plus(Duration.ofMinutes(minutes));
  }
}
