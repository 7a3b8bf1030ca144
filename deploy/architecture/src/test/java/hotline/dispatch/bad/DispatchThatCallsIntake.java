package hotline.dispatch.bad;

import hotline.intake.bad.IntakeThatCallsDispatch;

/** Breaks a rule on purpose. */
public record DispatchThatCallsIntake(IntakeThatCallsDispatch intake) {}
