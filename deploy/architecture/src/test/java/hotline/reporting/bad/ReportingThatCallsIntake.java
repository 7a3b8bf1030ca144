package hotline.reporting.bad;

import hotline.intake.bad.IntakeThatCallsDispatch;

/** Breaks a rule on purpose. */
public record ReportingThatCallsIntake(IntakeThatCallsDispatch intake) {}
