package hotline.dispatch.catalogue;

/** What an administrator says about a rule; an absent prefix means everything. */
public record RuleEntry(
    String categoryPrefix, String placePrefix, String target, Boolean automatic) {}
