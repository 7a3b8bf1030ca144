package hotline.evaluation.bad;

import hotline.intake.bad.IntakeThatCallsDispatch;

/** Breaks a rule on purpose. */
public record EvaluationThatCallsIntake(IntakeThatCallsDispatch intake) {}
