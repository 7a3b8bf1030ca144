package hotline.intake.callers;

import hotline.access.Violations;
import hotline.intake.callers.CallerMark.Wanted;
import hotline.intake.cases.Doer;
import hotline.intake.vault.ContactVault;
import hotline.intake.vault.PhoneNumber;
import hotline.intake.vault.Switchboards;
import hotline.intake.vault.TextMask;
import hotline.lifecycle.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Marks a number: care at once, abuse as a proposal (来电标记). */
@ApplicationScoped
class SetMark {
  private final CallerMarkStore marks;
  private final ContactVault vault;
  private final Switchboards switchboards;
  private final Clock clock;

  @Inject
  SetMark(CallerMarkStore marks, ContactVault vault, Switchboards switchboards, Clock clock) {
    this.marks = marks;
    this.vault = vault;
    this.switchboards = switchboards;
    this.clock = clock;
  }

  @Transactional
  CallerMark set(String phone, String kind, String need, String reason, Doer doer) {
    Violations violations = new Violations();
    PhoneNumber number = number(violations, phone);
    Wanted wanted = CallerMark.check(violations, kind, need, reason);
    violations.throwIfAny();
    if (switchboards.isOfMany(number)) {
      throw new NumberOfMany();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    CallerMark mark = CallerMark.begin(Uuid7.at(now), wanted, doer.ref(), now);
    String kept = TextMask.mask(wanted.reason(), null).text();
    marks.insert(mark, vault.searchHash(number), kept, now);
    return mark;
  }

  /** Adds a violation and is null when it is no telephone number. */
  static PhoneNumber number(Violations violations, String typed) {
    PhoneNumber number = PhoneNumber.parse(typed == null ? "" : typed).orElse(null);
    violations.require(
        number != null,
        "phone",
        "not-a-number",
        "请填写完整的来电号码。",
        "Give the whole number that calls.");
    return number;
  }
}
