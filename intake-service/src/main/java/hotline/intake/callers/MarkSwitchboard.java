package hotline.intake.callers;

import hotline.access.Actor;
import hotline.access.Forbidden;
import hotline.access.Role;
import hotline.access.Violations;
import hotline.intake.cases.Doer;
import hotline.intake.cases.FormText;
import hotline.intake.vault.ContactVault;
import hotline.intake.vault.PhoneNumber;
import hotline.intake.vault.Switchboards;
import hotline.intake.vault.TextMask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Says of a number that many people are behind it (总机), or that it is not so. */
@ApplicationScoped
class MarkSwitchboard {
  private static final int LONGEST_NAME = 60;

  private final Switchboards switchboards;
  private final CallerMarkStore marks;
  private final ContactVault vault;
  private final Clock clock;

  @Inject
  MarkSwitchboard(
      Switchboards switchboards, CallerMarkStore marks, ContactVault vault, Clock clock) {
    this.switchboards = switchboards;
    this.marks = marks;
    this.vault = vault;
    this.clock = clock;
  }

  @Transactional
  void mark(String phone, String typedName, Actor actor) {
    Violations violations = new Violations();
    PhoneNumber number = number(violations, phone);
    String name = FormText.require(violations, typedName, LONGEST_NAME, "name");
    violations.throwIfAny();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    // A switchboard shows no marks: what two people have said is not hidden by one of the desk.
    if (!actor.is(Role.SHIFT_LEAD) && marks.hasAbuse(vault.searchHash(number), now)) {
      throw new Forbidden(
          "该号码有生效的骚扰来电标记，请由值班长标为总机。",
          "Abuse of this number is in force; ask the shift lead to mark it as a switchboard.");
    }
    switchboards.mark(number, TextMask.mask(name, null).text(), Doer.of(actor).ref(), now);
  }

  @Transactional
  void unmark(String phone, Doer doer) {
    Violations violations = new Violations();
    PhoneNumber number = SetMark.number(violations, phone);
    violations.throwIfAny();
    switchboards.unmark(number, doer.ref(), clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private static PhoneNumber number(Violations violations, String phone) {
    PhoneNumber number = SetMark.number(violations, phone);
    violations.require(
        number == null || Switchboards.canBe(number),
        "phone",
        "mobile-number",
        "手机号码不是总机，请核对来电号码。",
        "A mobile number is no switchboard; check the number.");
    return number;
  }
}
