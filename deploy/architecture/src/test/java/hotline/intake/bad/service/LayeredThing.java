package hotline.intake.bad.service;

/** Breaks a rule on purpose. */
public record LayeredThing(String name) {}
