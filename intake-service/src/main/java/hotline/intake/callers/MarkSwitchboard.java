package hotline.intake.callers;

import hotline.access.Violations;
import hotline.intake.cases.Doer;
import hotline.intake.cases.FormText;
import hotline.intake.vault.PhoneNumber;
import hotline.intake.vault.Switchboards;
import hotline.intake.vault.TextMask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Says of a number that many people are behind it (总机), or that it is not so. */
@ApplicationScoped
class MarkSwitchboard {
  private static final int LONGEST_NAME = 60;

  private final Switchboards switchboards;
  private final Clock clock;

  @Inject
  MarkSwitchboard(Switchboards switchboards, Clock clock) {
    this.switchboards = switchboards;
    this.clock = clock;
  }

  @Transactional
  void mark(String phone, String typedName, Doer doer) {
    Violations violations = new Violations();
    PhoneNumber number = number(violations, phone);
    String name = FormText.require(violations, typedName, LONGEST_NAME, "name");
    violations.throwIfAny();
    switchboards.mark(
        number,
        TextMask.mask(name, null).text(),
        doer.ref(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  @Transactional
  void unmark(String phone) {
    Violations violations = new Violations();
    PhoneNumber number = SetMark.number(violations, phone);
    violations.throwIfAny();
    switchboards.unmark(number);
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
