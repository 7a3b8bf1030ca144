package hotline.access;

import java.util.List;

/** Those of the asked accounts that are known in a service; how many that are. */
public record NamedAccounts(List<NamedAccount> items, long count) {}
