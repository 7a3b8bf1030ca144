package hotline.relay.bad;

import hotline.lifecycle.CaseStatus;

/** Breaks a rule on purpose. */
public record RelayThatKnowsCases(CaseStatus status) {}
